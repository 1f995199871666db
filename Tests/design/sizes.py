"""What `sizes` promises of a picture against what the sheet lays out: a browser chooses a version by the promise, long before it lays anything out."""
import kinds

WIDTHS = [360, 768, 1024, 1280, 1920]
# A picture may be a little blurred, or somewhat larger than its place (a block is as wide as its row leaves it); more than that costs sharpness or data.
LEAST, MOST = 0.82, 1.46

PICTURES = r"""
() => {
  const ruler = document.createElement('div');
  ruler.style.cssText = 'position:absolute;visibility:hidden;block-size:0';
  document.body.append(ruler);
  const pixels = length => { ruler.style.inlineSize = length; return ruler.getBoundingClientRect().width; };
  // The list of a `sizes`: conditions before lengths, the first that holds.
  const slot = sizes => {
    for (const part of sizes.split(/,(?![^(]*\))/)) {
      const entry = part.trim().match(/^(\(.*\)(?:\s+and\s+\(.*\))*)\s+(.+)$/);
      if (!entry) return pixels(part.trim());
      if (matchMedia(entry[1]).matches) return pixels(entry[2]);
    }
    return pixels('100vw');
  };
  const found = [...document.querySelectorAll('img[srcset]')].filter(e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().width > 0).map(e => {
    const box = e.getBoundingClientRect(), ratio = Number(e.getAttribute('width')) / Number(e.getAttribute('height'));
    // What is cut to its place must fill it both ways.
    const needed = getComputedStyle(e).objectFit === 'cover' && ratio ? Math.max(box.width, box.height * ratio) : box.width;
    const chain = [];
    for (let n = e.parentElement; n && n !== document.body && chain.length < 4; n = n.parentElement) if (n.className) chain.push(n.nodeName.toLowerCase() + '.' + String(n.className).trim().split(/\s+/).join('.'));
    return {place: chain.reverse().join(' '), sizes: e.getAttribute('sizes'), slot: slot(e.getAttribute('sizes') ?? '100vw'), needed, known: !!ratio, widest: Number(e.getAttribute('width')) || 0};
  });
  ruler.remove();
  return found;
}
"""


def prove(stage, hosts):
    network = kinds.Network(stage.port)
    wanted = [(hosts[0], kind, path) for kind, path in kinds.kinds(network, hosts[0]).items() if kind in ("home", "section", "article", "topic site", "search, found", "tag", "author")]
    wanted += [(host, "home", "/") for host in hosts[1:]]
    seen, told = 0, set()
    for host, kind, path in wanted:
        for width in WIDTHS:
            with stage.context(width=width) as context:
                page = context.new_page()
                page.goto(stage.url(host, path), wait_until="load")
                for picture in page.evaluate(PICTURES):
                    seen += 1
                    if not picture["known"]:
                        stage.find(f"sizes: {kind}, {host}: a picture without width and height in {picture['place']}")
                    share = picture["slot"] / picture["needed"]
                    # (No version is wider than the picture itself.)
                    if share < LEAST and picture["slot"] < picture["widest"] or share > MOST:
                        line = f"sizes: {kind}, {host} at {width}: {picture['place']} promises {picture['slot']:.0f} px ({picture['sizes']}), needs {picture['needed']:.0f}"
                        if (host, kind, width, picture["place"]) not in told:
                            told.add((host, kind, width, picture["place"]))
                            stage.find(line)
    if not seen:
        stage.find("sizes: no picture was found")
    return f"{seen} pictures"
