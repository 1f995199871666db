"""The keyboard alone, and no script at all."""
import re

import kinds

# Where the focus is, and whether a reader can see that it is there.
STOP = r"""
() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  e.dataset.walked = '1';
  const name = e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (typeof e.className === 'string' && e.className ? '.' + e.className.trim().replace(/\s+/g, '.') : '')
    + ' "' + (e.getAttribute('aria-label') || e.textContent || e.value || '').trim().replace(/\s+/g, ' ').slice(0, 40) + '"';
  const box = e.getBoundingClientRect();
  const shows = element => [null, '::after'].some(part => {
    const style = getComputedStyle(element, part);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
  });
  // (A player's controls are the browser's own, and so is the ring on them.)
  const own = e.matches('audio[controls], video[controls]');
  const label = e.closest('label');
  const near = [e, label, e.parentElement, e.closest('.card')].filter(Boolean);
  let hidden = box.width < 1 || box.height < 1;
  let covered = null;
  if (!hidden) {
    // Some point of it must be what one sees there (WCAG 2.2, 2.4.11).
    const boxes = [...e.getClientRects()];
    const points = boxes.flatMap(b => [[b.left + b.width / 2, b.top + b.height / 2], [b.left + 3, b.top + b.height / 2], [b.right - 3, b.top + 3]]);
    const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    if (!inside.length) covered = 'out of the window';
    else if (!inside.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (e.contains(top) || top.contains(e) || label?.contains(top)); }))
      covered = 'covered';
  }
  const place = e.closest('.skip') ? 0 : e.closest('header.site-header') ? 1 : e.closest('footer.site-footer') ? 4 : 2;
  return {
    name, hidden, covered, place, visible: own || e.matches(':focus-visible') && near.some(shows), tabindex: e.tabIndex,
    landmark: e.closest('dialog') ? 'dialog' : '', y: box.top + scrollY, x: box.left,
  };
}
"""

# What can be reached by mouse must be reached by key.
UNREACHED = r"""
() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(e =>
  !e.dataset.walked && e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0
  && e.getBoundingClientRect().width > 0
  && !(e.type === 'radio' && document.querySelector(`input[type=radio][name="${e.name}"][data-walked]`))
).map(e => e.tagName.toLowerCase() + '.' + e.className + ' "' + (e.textContent || e.value || '').trim().slice(0, 40) + '"')
"""


def tab_through(stage, page, name, most=500):
    """From the top of the page to its end; every stop seen, in order, nothing left out, no trap."""
    page.evaluate("document.querySelectorAll('[data-walked]').forEach(e => delete e.dataset.walked)")
    stops, place = [], 0
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["name"] == stops[0]["name"] and stop["place"] == 0):
            break
        if stop["hidden"]:
            stage.find(f"{name}: the focus is on something without a size: {stop['name']}")
        if stop["covered"]:
            stage.find(f"{name}: the focus is {stop['covered']}: {stop['name']}")
        if not stop["visible"]:
            stage.find(f"{name}: the focus cannot be seen on {stop['name']}")
        if stop["tabindex"] > 0:
            stage.find(f"{name}: out of order by tabindex: {stop['name']}")
        if stop["place"] < place:
            stage.find(f"{name}: the focus goes back up to {stop['name']}")
        place = stop["place"]
        stops.append(stop)
    else:
        stage.find(f"{name}: the keyboard does not come to an end in {most} stops")
    for left in page.evaluate(UNREACHED)[:5]:
        stage.find(f"{name}: not reached by the keyboard: {left}")
    return stops


def skip_link(stage, page, name):
    page.keyboard.press("Tab")
    seen = page.evaluate("() => { const b = document.activeElement.getBoundingClientRect(); return [document.activeElement.getAttribute('href'), b.top, b.height, b.width]; }")
    if seen[0] != "#noi-dung" or seen[1] < 0 or seen[2] < 20 or seen[3] < 40:
        stage.find(f"{name}: the first stop is no visible way to the content: {seen}")
        return
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    after = page.evaluate("() => document.querySelector('main').compareDocumentPosition(document.activeElement) & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)")
    if not after:
        stage.find(f"{name}: after the way to the content the focus is before it")


def search_box(stage, page, name):
    """Suggestions by key: arrows choose, Escape closes and keeps the words, Enter goes."""
    box = page.locator("input[data-suggest]:visible").first
    box.focus()
    # Quickly written keys, as people write: one question for all of them.
    page.keyboard.type("an", delay=30)
    try:
        page.wait_for_selector("[role=listbox]:not([hidden]) [role=option]", timeout=5000)
    except Exception:
        stage.find(f"{name}: no suggestions for 'an'")
        return
    page.keyboard.press("ArrowDown")
    chosen = box.evaluate("e => [e.getAttribute('aria-expanded'), document.getElementById(e.getAttribute('aria-activedescendant'))?.getAttribute('aria-selected')]")
    if chosen != ["true", "true"]:
        stage.find(f"{name}: an arrow chooses no suggestion: {chosen}")
    page.keyboard.press("Escape")
    if box.evaluate("e => [e.value, e.getAttribute('aria-expanded')]") != ["an", "false"]:
        stage.find(f"{name}: Escape does not just close the suggestions")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=listbox]:not([hidden]) [role=option]", timeout=5000)
    page.keyboard.press("ArrowDown")
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before, timeout=5000)


def language_switch(stage, page, name):
    link = page.locator("nav.languages a:not([aria-current])").first
    if link.count() == 0:
        stage.find(f"{name}: no other language to go to")
        return
    lang = link.get_attribute("lang")
    link.focus()
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    if page.evaluate("document.documentElement.lang") != lang:
        stage.find(f"{name}: the language switch does not lead to {lang}")


def display_settings(stage, page, name):
    """Open, choose by arrow, close by Escape: the focus comes back to where it was."""
    summary = page.locator("[data-display] summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    if page.evaluate("document.documentElement.dataset.text") != "large":
        stage.find(f"{name}: an arrow in the display settings does not choose larger text")
    page.keyboard.press("Escape")
    if not summary.evaluate("e => document.activeElement === e && !e.parentElement.open"):
        stage.find(f"{name}: Escape does not close the display settings")


def keyboard(stage, host, other):
    pages = kinds.kinds(kinds.Network(stage.port), host)
    count = 0
    walked = [(host, pages, kind, width) for kind, width in [("home", 1280), ("home", 360), ("article", 1280), ("article", 360), ("search, found", 1280), ("section", 768)]]
    for portal, found, kind, width in walked:
        name = f"keyboard, {portal} {kind}, {width}"
        with stage.page(portal, found[kind], name, width=width) as page:
            skip_link(stage, page, name)
            page.goto(page.url.split("#")[0])
            count += len(tab_through(stage, page, name))
    with stage.page(host, "/", "keyboard, suggestions") as page:
        search_box(stage, page, "keyboard, suggestions")
    with stage.page(host, "/", "keyboard, language") as page:
        language_switch(stage, page, "keyboard, language")
    with stage.page(host, pages["article"], "keyboard, display") as page:
        display_settings(stage, page, "keyboard, display")
    return f"{count} stops on {len(walked)} pages"


# What a reader without script sees: words enough, a heading, nothing that does nothing, a menu and a search that work.
BARE = r"""
() => ({
  words: document.querySelector('main')?.innerText.trim().split(/\s+/).length ?? 0,
  title: document.querySelector('h1')?.innerText.trim() ?? '',
  dead: [...document.querySelectorAll('.needs-script, button:not([type=submit])')].filter(e => e.checkVisibility()).map(e => e.className || e.textContent.trim()),
  wide: document.scrollingElement.scrollWidth - innerWidth,
})
"""


def bare(stage, host):
    pages = kinds.kinds(kinds.Network(stage.port), host)
    for kind, path in pages.items():
        name = f"without script, {kind}"
        with stage.page(host, path, name, width=360, script=False) as page:
            seen = page.evaluate(BARE)
            if not seen["title"] or seen["words"] < (4 if kind in ("not found", "archive", "offline") else 15):
                stage.find(f"{name}: not readable: {seen}")
            if seen["dead"]:
                stage.find(f"{name}: does nothing without script but is shown: {seen['dead'][:4]}")
            if seen["wide"] > 0:
                stage.find(f"{name}: {seen['wide']} px wider than the window")
    with stage.page(host, "/", "without script, menu", width=360, script=False) as page:
        wanted = page.evaluate("[...document.querySelectorAll('nav.menu li a')].length")
        for opener in ["nav.menu summary", "a[href='#danh-muc']"]:
            for place in range(page.locator(opener).count()):
                if page.locator(opener).nth(place).is_visible():
                    page.locator(opener).nth(place).click()
        for place in range(page.locator("nav.menu details:not([open]) > summary").count()):
            summary = page.locator("nav.menu details:not([open]) > summary").first
            if summary.is_visible():
                summary.click()
        shown = page.evaluate("[...document.querySelectorAll('nav.menu li a')].filter(e => e.checkVisibility({visibilityProperty: true}) && e.getBoundingClientRect().height >= 24).length")
        if wanted < 3 or shown < wanted:
            stage.find(f"without script, menu at 360: {shown} of {wanted} entries can be seen")
        link = page.locator("nav.menu li a:visible").nth(1)
        before = page.url
        with page.expect_navigation(wait_until="load"):
            link.click()
        if page.url == before or page.locator("h1").count() != 1:
            stage.find("without script, menu at 360: its second entry leads nowhere")
    with stage.page(host, "/tim-kiem", "without script, search", width=360, script=False) as page:
        page.locator("main input[type=search]").fill("An Sơn")
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press("Enter")
        if page.locator(".result").count() == 0 and page.locator("main article").count() == 0:
            stage.find("without script, search: no results")
        if not re.search(r"[?&]q=", page.url):
            stage.find("without script, search: the words are not in the address")
    return f"{len(pages)} kinds of pages"
