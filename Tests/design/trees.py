"""What a screen reader is told: the accessibility tree of pages, as text that is kept beside this file and compared.

What an editor wrote (`data-r` e and c) is taken out of the page before, so that the tree is that of the furniture and of the shape of things.
CAUNOI_RECORD=1 writes the trees anew."""
import difflib
import os
import pathlib
import re

import kinds

PLACE = pathlib.Path(__file__).parent / "trees"

# Words of editors and figures of the moment give way to their kind; lists of them to their first.
PLAIN = r"""
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.data.trim()) continue;
    const region = text.parentElement.closest('[data-r]')?.dataset.r;
    if (region === 'e' || region === 'c') text.data = text.data.replace(/\S[\s\S]*\S|\S/, '(nội dung)');
    if (region === 'l') text.data = text.data.replace(/\S[\s\S]*\S|\S/, '(số liệu)');
  }
  for (const image of document.images) if (image.alt) image.alt = '(ảnh)';
  const same = e => e.tagName + '.' + e.className;
  for (const list of document.querySelectorAll('ul, ol, dl, .list, .blocks, .lead-rest, .body, .block, main section, main div')) {
    const seen = {};
    for (const child of [...list.children]) {
      const key = same(child);
      seen[key] = (seen[key] ?? 0) + 1;
      if (seen[key] > 2 && !child.matches('header *, footer *, form *')) child.remove();
    }
  }
}
"""


def tree(page):
    page.evaluate(PLAIN)
    text = page.locator("body").aria_snapshot()
    # The port and the ids are others each time.
    text = re.sub(r"(localhost)(?::|%3A)\d{4,5}", r"\1", text)
    text = re.sub(r"[a-z0-9-]*\b0[0-9a-hjkmnp-tv-z]{12}\b", "(bài)", text)
    text = re.sub(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}", "(ngày)", text)
    return text + "\n"


def prove(stage, host):
    pages = kinds.kinds(kinds.Network(stage.port), host)
    record = os.environ.get("CAUNOI_RECORD") == "1"
    PLACE.mkdir(exist_ok=True)
    wanted = ["home", "article", "section", "search, found", "search", "search, nothing found", "contact", "offline", "not found"]
    for kind in wanted:
        with stage.page(host, pages[kind], f"tree of {kind}", width=1280) as page:
            now = tree(page)
        file = PLACE / (re.sub(r"[^a-z]+", "-", kind) + ".yml")
        if record:
            file.write_text(now)
        elif not file.exists():
            stage.find(f"tree of {kind}: none is kept; look at it and record it (CAUNOI_RECORD=1)")
        elif file.read_text() != now:
            lines = list(difflib.unified_diff(file.read_text().splitlines(), now.splitlines(), "kept", "now", lineterm="", n=1))
            stage.find(f"tree of {kind} is another:\n" + "\n".join(lines[:40]))
    return f"{len(wanted)} trees"
