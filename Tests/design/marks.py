"""Vietnamese letters with two marks, long names and large text: nothing is cut off, nothing runs into its neighbour, nothing runs out of the window."""
import kinds

# In every style that text has on the page: the ink of the tallest letters against the box that would cut it, and against the next line.
INK = r"""
async (sample) => {
  await document.fonts.ready;
  const context = document.createElement('canvas').getContext('2d');
  const wrong = [], seen = new Set();
  const leaves = [...document.body.querySelectorAll('*')].filter(e =>
    e.childNodes.length && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().width > 2
    && !e.closest('svg, .visually-hidden'));
  for (const e of leaves) {
    const style = getComputedStyle(e);
    const key = [e.tagName, e.className, e.parentElement.className, style.fontSize, style.lineHeight, style.fontWeight].join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    const node = [...e.childNodes].find(n => n.nodeType === 3 && n.data.trim());
    const before = node.data;
    node.data = sample;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = range.getClientRects();
    const box = boxes[0], last = boxes[boxes.length - 1];
    if (!box || box.width < 2) { node.data = before; continue; }
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const measure = context.measureText(sample);
    const top = box.top + measure.fontBoundingBoxAscent - measure.actualBoundingBoxAscent;
    const bottom = last.top + measure.fontBoundingBoxAscent + measure.actualBoundingBoxDescent;
    const name = e.tagName.toLowerCase() + (e.className ? '.' + e.className : '') + ` (${style.fontSize}/${style.lineHeight})`;
    for (let p = e; p && p !== document.documentElement; p = p.parentElement) {
      const outer = getComputedStyle(p);
      if (outer.overflowX === 'visible' && outer.overflowY === 'visible' && !/paint|strict|content/.test(outer.contain)) continue;
      const limit = p.getBoundingClientRect();
      if (limit.width < 2 || outer.overflowY === 'auto' || outer.overflowY === 'scroll') break;
      if (top < limit.top - 0.5) wrong.push(`${name}: ${(limit.top - top).toFixed(1)} px of the marks are cut off at the top`);
      if (bottom > limit.bottom + 0.5 && outer.webkitLineClamp === 'none') wrong.push(`${name}: ${(bottom - limit.bottom).toFixed(1)} px are cut off at the foot`);
    }
    // Two lines of the tallest letters must not touch.
    const line = parseFloat(style.lineHeight);
    const ink = measure.actualBoundingBoxAscent + measure.actualBoundingBoxDescent;
    if (!Number.isNaN(line) && ink > line + 0.5) wrong.push(`${name}: lines of ${line} px hold ink of ${ink.toFixed(1)} px`);
    node.data = before;
  }
  return [wrong, seen.size];
}
"""

SAMPLE = "ẰẴỢỮ ằẵợữ Ễ Ậ ÔNG ƯỢNG ĐẶNG THỊ Ngỗ"

# The longest names there are, and a word that cannot be broken, where names stand.
NAMES = r"""
(name) => {
  for (const e of document.querySelectorAll('.brand-name, .brand-authority, .tiers li > *, .breadcrumb li a, h1, h2 a, h3 a, .menu > ul > li > a, .footer-name, .card-section, .button, .tags a, dd')) {
    const node = [...e.childNodes].find(n => n.nodeType === 3 && n.data.trim());
    if (node) node.data = name; else if (!e.children.length) e.textContent = name;
  }
  const root = document.scrollingElement;
  const wide = [...document.body.querySelectorAll('*')].filter(e => {
    const box = e.getBoundingClientRect();
    if (box.right <= innerWidth + 1 || !box.width) return false;
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return false;
    return true;
  }).slice(0, 3).map(e => e.tagName.toLowerCase() + '.' + e.className);
  return [root.scrollWidth - innerWidth, wide.join(', ')];
}
"""
LONG = [
    "Ủy ban nhân dân xã Chân Mây - Lăng Cô và Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh",
    "NghiêngnghiêngNghiêngnghiêngNghiêngnghiêngNghiêngnghiêngNghiêngnghiêng",
]


def prove(stage, hosts, full):
    styles = 0
    network = kinds.Network(stage.port)
    chosen = ["home", "article", "section", "search, found", "site map", "contact"] if not full else None
    for number, host in enumerate(hosts):
        pages = kinds.kinds(network, host)
        for kind, path in pages.items():
            if number and kind != "home" or chosen and kind not in chosen:
                continue
            for width, text in [(360, "normal"), (1280, "normal")] + ([(360, "larger"), (640, "double"), (1920, "normal")] if full or kind == "home" else []):
                name = f"marks, {host} {kind}, {width}, {text}"
                with stage.page(host, path, name, width=width, text=text) as page:
                    wrong, count = page.evaluate(INK, SAMPLE)
                    styles += count
                    for line in wrong:
                        stage.find(f"{name}: {line}")
            for width, text, long in [(320, "normal", 0), (360, "normal", 1), (640, "double", 0)]:
                name = f"long names, {host} {kind}, {width}, {text}"
                with stage.page(host, path, name, width=width, text=text) as page:
                    wide, where = page.evaluate(NAMES, LONG[long])
                    if wide > 0:
                        stage.find(f"{name}: {wide} px wider than the window ({where}) with '{LONG[long][:30]}…'")
    return f"{styles} styles of text"
