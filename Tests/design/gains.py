"""What scripts add: settings that last, large galleries, a share sheet, the place where one stopped, articles without a connection."""
import contextlib
import pathlib
import re
import time

from playwright.sync_api import Error

import kinds
from between import Between
from stage import listen

STATIC = pathlib.Path(__file__).parents[2] / "Sources/Web/Static"


def check(stage, holds, what):
    if not holds:
        stage.find(what)
    return bool(holds)


def settings(stage, host, article):
    """Chosen once, there before the first paint of every later page, nothing moves, no cookie."""
    with stage.context(width=1280) as context:
        page = context.new_page()
        said = listen(page)
        page.goto(stage.url(host, article))
        plain = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.body p')).fontSize)")
        page.locator("[data-display] summary").click()
        page.locator("[data-display] input[name=text][value=larger]").check()
        page.locator("[data-display] input[name=theme][value=dark]").check()
        page.locator("[data-display] input[name=contrast][value=more]").check()
        larger = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.body p')).fontSize)")
        check(stage, larger >= 1.3 * plain, f"settings: very large text is {larger} px, plain {plain} px")
        for path in ("/", article):
            # The first moment anything could be painted: what early.js did is there.
            page.add_init_script("new MutationObserver(() => { if (document.body && !window.__first) window.__first = {...document.documentElement.dataset}; })"
                                 ".observe(document, {childList: true, subtree: true})")
            page.goto(stage.url(host, path), wait_until="load")
            first = page.evaluate("window.__first")
            check(stage, (first.get("text"), first.get("theme"), first.get("contrast")) == ("larger", "dark", "more"), f"settings: {path} begins with {first}")
            ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
            light = sum(int(part) for part in ground[ground.index("(") + 1 : -1].split(",")[:3]) if ground.startswith("rgb(") else 0
            check(stage, light < 200, f"settings: dark was chosen and the ground of {path} is {ground}")
        shifts = page.evaluate("window.__shifts.reduce((sum, shift) => sum + shift.value, 0)")
        check(stage, shifts < 0.02, f"settings: the page moves by {shifts:.3f} as its text grows")
        page.locator("[data-display] summary").click()
        page.locator("[data-display] button[type=reset]").click()
        left = page.evaluate("[document.documentElement.dataset.text, document.documentElement.dataset.theme, localStorage.getItem('caunoi.display')]")
        check(stage, left[:2] == [None, None] and left[2] == "{}", f"settings: after setting back there is {left}")
        page.locator("[data-display] summary").click()
        page.mouse.click(5, 500)
        check(stage, not page.evaluate("document.querySelector('[data-display]').open"), "settings: a click elsewhere does not close them")
        page.locator("[data-tool=larger]").click()
        check(stage, page.evaluate("document.documentElement.dataset.text") == "large", "settings: A+ of the article does not enlarge")
        check(stage, context.cookies() == [], f"settings: cookies {context.cookies()}")
        for line in said:
            stage.find(f"settings: {line}")


def with_body(stage, page, host, path, html):
    """The page with another body: shapes of text that the demo has not."""

    _, fields, content = kinds.Network(stage.port).get(host, path)

    def answer(route):
        text = content.decode()
        start = text.index('<div class="body"')
        start = text.index(">", start) + 1
        end = text.index('<footer class="article-foot"', start) if '<footer class="article-foot"' in text else text.index("</article>", start)
        end = text.rindex("</div>", start, end)
        kept = {name: value for name, value in fields.items() if name in ("content-type", "content-security-policy")}
        route.fulfill(status=200, headers=kept, body=text[:start] + html + text[end:])

    page.route(stage.url(host, path), answer)
    page.goto(stage.url(host, path), wait_until="load")


def gallery(stage, host, article):
    icon = re.search(r'<link rel="apple-touch-icon" href="([^"]+)"', kinds.Network(stage.port).page(host, article)[1])[1]
    pictures = "".join(
        f'<figure><img src="{icon}?{number}" alt="Ảnh thứ {number}" width="180" height="180" loading="lazy"><figcaption>Chú thích {number}</figcaption></figure>'
        for number in (1, 2, 3)
    )
    with stage.context(width=360, height=740) as context:
        page = context.new_page()
        said = listen(page)
        with_body(stage, page, host, article, f'<p>Đầu.</p><figure class="gallery">{pictures}<figcaption>Bộ ảnh.</figcaption></figure><p>Cuối.</p>')
        buttons = page.locator(".gallery button.zoom")
        if not check(stage, buttons.count() == 3, f"gallery: {buttons.count()} pictures can be opened"):
            return
        check(stage, page.evaluate("window.__shifts.reduce((sum, shift) => sum + shift.value, 0)") < 0.02, "gallery: the page moves when its pictures become buttons")
        buttons.nth(0).focus()
        page.keyboard.press("Enter")
        state = "() => { const d = document.querySelector('dialog.lightbox'); return [d?.open, d?.querySelector('img')?.alt, d?.querySelector('.lightbox-caption')?.textContent]; }"
        check(stage, page.evaluate(state) == [True, "Ảnh thứ 1", "Chú thích 1"], f"gallery: opened, it shows {page.evaluate(state)}")
        for key, expected in [("ArrowRight", "2"), ("ArrowRight", "3"), ("ArrowRight", "1"), ("ArrowLeft", "3"), ("Home", "1"), ("End", "3")]:
            page.keyboard.press(key)
            shown = page.evaluate(state)[1]
            check(stage, shown == f"Ảnh thứ {expected}", f"gallery: {key} leads to {shown}, not to {expected}")
        for violation in stage.violations(page):
            stage.find(f"gallery: {violation}")
        fits = page.evaluate("() => { const b = document.querySelector('.lightbox img').getBoundingClientRect(); return b.left >= 0 && b.right <= innerWidth && b.bottom <= innerHeight; }")
        check(stage, fits, "gallery: the picture is larger than the window")
        for _ in range(6):
            page.keyboard.press("Tab")
            check(stage, page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog.lightbox')"), "gallery: the focus leaves the open dialog")
        # A stroke of the finger to the left: the next one.
        box = page.locator(".lightbox-picture").bounding_box()
        x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2
        page.locator(".lightbox-picture").dispatch_event("pointerdown", {"pointerId": 1, "isPrimary": True, "clientX": x, "clientY": y})
        page.locator(".lightbox-picture").dispatch_event("pointerup", {"pointerId": 1, "isPrimary": True, "clientX": x - 120, "clientY": y + 4})
        check(stage, page.evaluate(state)[1] == "Ảnh thứ 1", f"gallery: a stroke leads to {page.evaluate(state)[1]}")
        page.keyboard.press("Escape")
        back = page.evaluate("[document.querySelector('dialog.lightbox').open, document.activeElement.getAttribute('aria-label')]")
        check(stage, back[0] is False and "Ảnh thứ 1" in (back[1] or ""), f"gallery: closed, the focus is on {back}")
        for line in said:
            stage.find(f"gallery: {line}")


def share(stage, host, article):
    with stage.context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(stage.url(host, article))
        page.evaluate("delete Navigator.prototype.share")
        button = page.locator("[data-tool=share]")
        button.focus()
        page.keyboard.press("Enter")
        if not check(stage, page.locator("dialog.share-sheet[open]").count() == 1, "share: no sheet opens"):
            return
        check(stage, page.locator("dialog.share-sheet a").count() >= 2, "share: the sheet has no links")
        for violation in stage.violations(page):
            stage.find(f"share: {violation}")
        page.locator("dialog.share-sheet .share-copy").click()
        page.wait_for_timeout(200)
        copied, wanted = page.evaluate("navigator.clipboard.readText()"), page.evaluate("document.querySelector('link[rel=canonical]').href")
        check(stage, copied == wanted, f"share: copied '{copied}', not '{wanted}'")
        page.keyboard.press("Escape")
        check(stage, button.evaluate("e => document.activeElement === e"), "share: closed, the focus is not back on the button")


def place(stage, host, article):
    """The place in a long text: offered on return, not forced; quiet on a short one."""
    paragraphs = "".join(f"<p id='doan-{number}'>Đoạn {number}. " + "Tỉnh đã hoàn thành kế hoạch đề ra cho cả năm. " * 12 + "</p>" for number in range(40))
    with stage.context(width=360, height=740) as context:
        page = context.new_page()
        with_body(stage, page, host, article, paragraphs)
        check(stage, page.locator(".resume").count() == 0, "place: offered at the first visit")
        page.evaluate("document.querySelector('#doan-20').scrollIntoView()")
        page.wait_for_timeout(100)
        page.goto(stage.url(host, "/"))
        page.goto(stage.url(host, article), wait_until="load")
        chip = page.locator(".resume")
        if not check(stage, chip.count() == 1, "place: not offered on return"):
            return
        check(stage, page.evaluate("scrollY") == 0, "place: the page scrolled by itself")
        check(stage, page.evaluate("window.__shifts.reduce((sum, shift) => sum + shift.value, 0)") < 0.02, "place: the offer moves the page")
        for violation in stage.violations(page):
            stage.find(f"place: {violation}")
        chip.locator("button").first.click()
        top = page.evaluate("document.querySelector('#doan-20').getBoundingClientRect().top")
        check(stage, -5 <= top < 300, f"place: the paragraph is at {top} px")
        check(stage, chip.count() == 0, "place: the offer stays after it was taken")
        page.evaluate("scrollTo(0, document.scrollingElement.scrollHeight)")
        page.wait_for_timeout(100)
        page.goto(stage.url(host, "/"))
        page.goto(stage.url(host, article), wait_until="load")
        check(stage, page.locator(".resume").count() == 0, "place: offered after the text was read to its end")


def wait(page, what, seconds=8):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        # (A page that is being left answers nothing; the next one does.)
        with contextlib.suppress(Error):
            if page.evaluate(what):
                return True
        page.wait_for_timeout(100)
    return False


def offline(stage, host, pages):
    between = Between(stage.port)
    network = kinds.Network(stage.port)
    articles = articles_of(stage, host)
    base = f"http://{host}:{between.port}"
    kept = "caches.open('caunoi-pages').then(c => c.keys()).then(k => k.map(r => new URL(r.url).pathname))"
    try:
        with stage.context(width=360, height=740, workers=True) as context:
            page = context.new_page()
            first, second = articles[0], articles[1]
            page.goto(base + first, wait_until="load")
            check(stage, wait(page, "navigator.serviceWorker.controller !== null", 10), "offline: the worker does not take over")
            check(stage, wait(page, f"{kept}.then(k => k.includes('{first}') && k.includes('/ngoai-tuyen'))"), "offline: the first article is not kept")
            page.goto(base + second, wait_until="load")
            check(stage, wait(page, f"{kept}.then(k => k.includes('{second}'))"), "offline: the second article is not kept")
            title = page.locator("h1").inner_text()
            page.goto(base + "/", wait_until="load")

            between.down = True
            page.goto(base + second, wait_until="load")
            check(stage, page.locator("h1").inner_text() == title, "offline: a kept article is not shown")
            check(stage, page.locator(".kept-notice").count() == 1, "offline: the copy does not say that it is one")
            styled = page.evaluate("[...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0)")
            check(stage, styled > 20, "offline: the copy has no styles")
            check(stage, page.evaluate("document.fonts.ready.then(f => [...f].filter(x => x.status === 'loaded').length)") > 0, "offline: the copy has no fonts")
            page.goto(base + "/", wait_until="load")
            check(stage, page.locator("[data-offline]").count() == 1, "offline: no page for a reader without a connection")
            check(stage, wait(page, "document.querySelectorAll('[data-kept-list] a').length === 2", 4), "offline: the list does not name the two kept articles")
            check(stage, title in page.locator("[data-kept-list]").inner_text(), "offline: the list does not name the title")
            if network.page(host, "/")[1].count('class="banner '):
                check(stage, page.locator("[data-kept-notices] li").count() > 0, "offline: the urgent notice seen last is not shown")
            stage.examine(page, "offline page, without a connection")
            with page.expect_navigation(wait_until="load"):
                page.locator("[data-kept-list] a").first.click()
            check(stage, page.locator("main.article").count() == 1, "offline: an entry of the list leads nowhere")

            # Back on line: what was withdrawn is not shown, and is no longer kept.
            between.down = False
            between.gone.add(second)
            answer = page.goto(base + second, wait_until="load")
            check(stage, answer.status == 410, f"offline: a withdrawn article answers {answer.status} on line")
            check(stage, wait(page, f"{kept}.then(k => !k.includes('{second}'))"), "offline: a withdrawn article stays on the device")
            between.down = True
            page.goto(base + second, wait_until="load")
            check(stage, page.locator("main.article").count() == 0, "offline: a withdrawn article is shown without a connection")
            between.down = False

            # A line so slow that the copy is shown: when the answer comes and says it was withdrawn, it makes way.
            page.goto(base + first, wait_until="load")
            page.wait_for_timeout(300)
            page.goto(base + "/", wait_until="load")
            between.slow = 8
            page.goto(base + first, wait_until="load", timeout=20_000)
            check(stage, page.locator(".kept-notice").count() == 1, "offline: with a very slow line the copy is not shown")
            between.gone.add(first)
            between.slow = 0
            check(stage, wait(page, "document.querySelector('main.article') === null", 14), "offline: the copy does not make way for the late answer")
            between.gone.clear()

            # Never more than twenty.
            for path in articles[:24]:
                page.goto(base + path, wait_until="load")
            page.wait_for_timeout(500)
            names = page.evaluate(kept)
            check(stage, len(names) <= 21 and articles[min(23, len(articles) - 1)] in names, f"offline: {len(names)} pages are kept")
            check(stage, len(articles) < 22 or len(names) == 21, f"offline: of {len(articles)} articles {len(names)} are kept")
            files = page.evaluate("caches.open('caunoi-files').then(c => c.keys()).then(k => k.length)")
            check(stage, 4 <= files < 20, f"offline: {files} files are kept")
            page.goto(base + "/ngoai-tuyen", wait_until="load")
            page.locator("[data-kept-clear]").click()
            check(stage, wait(page, f"{kept}.then(k => k.length === 1)"), "offline: kept articles cannot be removed")

            # Switched off by the server: the worker empties and removes itself.
            between.instead["/sw.js"] = lambda _: (STATIC / "worker-off.js").read_bytes()
            page.goto(base + "/gioi-thieu", wait_until="load")
            page.evaluate("navigator.serviceWorker.getRegistration().then(r => r?.update()).catch(() => {})")
            check(stage, wait(page, "caches.keys().then(k => k.length === 0)", 10), "offline: switched off, something stays kept")
            check(stage, wait(page, "navigator.serviceWorker.getRegistrations().then(r => r.length === 0)", 10), "offline: switched off, the worker stays")
            return f"{len(articles)} articles"
    finally:
        between.close()


def light(stage, host, articles):
    """Pictures off, on a slow line: the first visit is told, every article after it is under 50 KB on the line, everything counted, and no picture of its text is
    loaded (the one at its head may be: it does not wait for the script that knows)."""
    import weigh

    with stage.context(width=360, height=740, display={"pictures": "off"}) as context:
        page = context.new_page()
        first, requests = weigh.bytes_of(page, stage.url(host, articles[0]))
        further, more = weigh.bytes_of(page, stage.url(host, articles[1]))
        loaded = [url for url, size in more.items() if "/files/" in url and "bieu-trung" not in url]
        check(stage, len(loaded) <= 1, f"light page: pictures are loaded all the same: {loaded}")
        check(stage, further < 50_000, f"light page: {further} bytes in {len(more)} requests")
        return f"light page {further / 1000:.1f} KB, on the first visit with styles, scripts and fonts {first / 1000:.1f} KB"


def articles_of(stage, host):
    network = kinds.Network(stage.port)
    found = kinds.links(network.page(host, "/tin-tuc/")[1]) + kinds.links(network.page(host, "/")[1])
    return list(dict.fromkeys(link for link in found if re.search(kinds.ARTICLE, link)))


def prove(stage, host):
    pages = kinds.kinds(kinds.Network(stage.port), host)
    article = pages["article"]
    settings(stage, host, article)
    gallery(stage, host, article)
    share(stage, host, article)
    place(stage, host, article)
    said = [light(stage, host, articles_of(stage, host)), offline(stage, host, pages)]
    return ", ".join(filter(None, said))
