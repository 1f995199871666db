"""Pictures of pages, kept in `pictures/` and compared with a tolerance: at most sixty, each looked at by a person. CAUNOI_RECORD=1 writes them anew.

They are of the demo as it is at one fixed moment (stand.sh sets the program's clock), in a browser without hinting and subpixels. What is kept is small: half size
from 768 px on, at most 128 colours, the first screens of a page.
"""
import io
import os
import pathlib
import re

from PIL import Image, ImageChops, ImageStat

import kinds

PLACE = pathlib.Path(__file__).parent / "pictures"
HIGHEST = {360: 2600, 768: 2400, 1280: 2600, 1920: 2400}
# Of all colour steps (0 to 255) how many a page may differ by on average, and how much of it may differ clearly. A line of text more or less is over it.
MEAN, PART, CLEAR = 1.2, 0.006, 40

# (kind, portal by its place in the list, width, scheme)
SHOTS = (
    [("home", portal, width, "light") for portal in range(7) for width in (360, 1280)]
    + [("home", 0, 768, "light"), ("home", 0, 1920, "light"), ("home", 3, 1920, "light"), ("home", 0, 360, "dark"), ("home", 0, 1280, "dark")]
    + [("home", 0, 1280, "forced"), ("home", 2, 360, "contrast"), ("home", 4, 1280, "chosen dark")]
    + [("article", 0, width, "light") for width in (360, 768, 1280, 1920)]
    + [("article", 0, 360, "dark"), ("article", 0, 1280, "forced dark"), ("article", 0, 360, "chosen contrast"), ("article", 5, 1280, "light"), ("print view", 0, 768, "light")]
    + [(kind, 0, width, "light") for kind in ("section", "search, found", "search", "site map") for width in (360, 1280)]
    + [(kind, 0, 360, "light") for kind in ("topic site", "tag", "archive", "contact", "offline", "search, nothing found", "static page")]
    + [("not found", 0, 1280, "light"), ("search, found", 0, 360, "dark"), ("section", 1, 1280, "dark"), ("privacy", 0, 1280, "contrast")]
)


def shoot(stage, host, path, kind, width, scheme):
    with stage.page(host, path, f"picture of {kind}", width=width, scheme=scheme, reduced_motion="reduce") as page:
        page.evaluate("document.fonts.ready")
        page.evaluate(SETTLE)
        height = min(page.evaluate("document.scrollingElement.scrollHeight"), HIGHEST[width])
        data = page.screenshot(clip={"x": 0, "y": 0, "width": width, "height": height}, full_page=True, animations="disabled", caret="hide")
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    return picture if width < 768 else picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)


# Everything that loads lazily is there; what differs from one making of the demo to the next (ids, codes drawn from them) is blank.
SETTLE = """
(async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
  for (const part of document.querySelectorAll('.qr-figure, .request-id, .views')) part.style.visibility = 'hidden';
  scrollTo(0, 0);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
})()
"""


def differs(kept, now):
    """Why two pictures are not the same; None when they are, within the tolerance."""
    if kept.size != now.size:
        return f"is {now.width} × {now.height}, was {kept.width} × {kept.height}"
    difference = ImageChops.difference(kept, now).convert("L")
    mean = ImageStat.Stat(difference).mean[0]
    clear = sum(difference.histogram()[CLEAR:]) / (kept.width * kept.height)
    return f"differs by {mean:.2f} on average, clearly in {clear:.2%}" if mean > MEAN or clear > PART else None


def reduced(picture):
    return picture.quantize(128, dither=Image.Dither.NONE)


def prove(stage, hosts, full):
    assert len(SHOTS) <= 60 and len(set(SHOTS)) == len(SHOTS)
    record = os.environ.get("CAUNOI_RECORD") == "1"
    out = pathlib.Path(os.environ.get("CAUNOI_SCREENSHOTS") or PLACE)
    PLACE.mkdir(exist_ok=True)
    network = kinds.Network(stage.port)
    pages = {host: kinds.kinds(network, host) for host in {hosts[portal] for _, portal, _, _ in SHOTS}}
    # In short every fourth, the others only in full.
    shots = SHOTS if full or record else SHOTS[::4]
    for kind, portal, width, scheme in shots:
        host = hosts[portal]
        name = re.sub(r"[^a-z0-9]+", "-", f"{kind} {host.split('.')[0]} {width} {scheme}")
        now = shoot(stage, host, pages[host][kind], kind, width, scheme)
        file = PLACE / (name + ".png")
        if record:
            reduced(now).save(file, optimize=True)
            continue
        if not file.exists():
            stage.find(f"picture {name}: none is kept; record it (CAUNOI_RECORD=1) and look at it")
            continue
        why = differs(Image.open(file).convert("RGB"), reduced(now).convert("RGB"))
        if why:
            if out != PLACE:
                now.save(out / (name + "-now.png"))
            stage.find(f"picture {name}: {why}")
    if record:
        size = sum(file.stat().st_size for file in PLACE.glob("*.png"))
        if size > 8_000_000:
            stage.find(f"pictures: {size} bytes, at most 8 MB")
        return f"{len(shots)} recorded, {size / 1e6:.1f} MB"
    return f"{len(shots)} of {len(SHOTS)} compared"
