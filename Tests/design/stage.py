"""Debian's Chromium, driven by playwright: pages at a width, in a colour scheme, with or without script; and what went wrong while they were shown."""
import contextlib
import json
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "browser"))
import look  # noqa: E402  what every page is asked (Tests/browser/look.py)

# How a page may be seen: what the device wants, and what the reader chose on the page itself.
SCHEMES = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "contrast": {"contrast": "more"},
    "dark contrast": {"color_scheme": "dark", "contrast": "more"},
    "forced": {"forced_colors": "active"},
    "forced dark": {"forced_colors": "active", "color_scheme": "dark"},
    "chosen dark": {"display": {"theme": "dark"}},
    "chosen light": {"color_scheme": "dark", "display": {"theme": "light"}},
    "chosen contrast": {"display": {"contrast": "more"}},
}
TEXTS = {"normal": {}, "larger": {"display": {"text": "larger"}}, "double": {"double": True}}

WATCH = """
window.__shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shifts.push({
    value: entry.value,
    what: entry.sources.slice(0, 3).map(source => {
      const node = source.node?.nodeType === 3 ? source.node.parentElement : source.node;
      return node ? node.nodeName.toLowerCase() + (node.className ? '.' + node.className : '') : '?';
    }).join(', '),
  });
}).observe({type: 'layout-shift', buffered: true});
"""

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def axe_script():
    import axe_playwright_python

    return (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


class Stage:
    def __init__(self, port, find, proxy=None):
        self.port = port
        self.find = find
        self.axe = axe_script()
        self.browsers = {}

    def __enter__(self):
        self.playwright = sync_playwright().start()
        return self

    def __exit__(self, *_):
        for browser in self.browsers.values():
            browser.close()
        self.playwright.stop()

    def browser(self, double=False):
        """`double`: one whose text is twice as large, as a reader sets it."""
        if double not in self.browsers:
            program = shutil.which("chromium") or shutil.which("chromium-browser")
            arguments = [
                "--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP localhost 127.0.0.1, MAP * ~NOTFOUND", "--disable-gpu", "--hide-scrollbars",
                "--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text", "--disable-background-networking",
                "--disable-component-update",
            ]
            if double:
                arguments.append("--blink-settings=defaultFontSize=32,defaultFixedFontSize=26")
            self.browsers[double] = self.playwright.chromium.launch(executable_path=program, args=arguments, chromium_sandbox=False)
        return self.browsers[double]

    def url(self, host, path):
        return f"http://{host}:{self.port}{path}"

    @contextlib.contextmanager
    def context(self, width=1280, height=900, scheme="light", text="normal", script=True, workers=False, display=None, **more):
        values = dict(SCHEMES[scheme])
        for key, value in TEXTS[text].items():
            values[key] = {**values.get(key, {}), **value} if key == "display" else value
        display = {**values.pop("display", {}), **(display or {})}
        context = self.browser(values.pop("double", False)).new_context(
            viewport={"width": width, "height": height}, is_mobile=width < 600, has_touch=width < 600, java_script_enabled=script, locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh", service_workers="allow" if workers else "block", **values, **more,
        )
        try:
            if script:
                context.add_init_script(WATCH)
            if display:
                context.add_init_script(f"if (!localStorage.getItem('caunoi.display')) localStorage.setItem('caunoi.display', '{json.dumps(display)}')")
            yield context
        finally:
            context.close()

    @contextlib.contextmanager
    def page(self, host, path, name=None, **how):
        """An opened page; what the browser says of it is found."""
        name = name or f"{host}{path}"
        with self.context(**how) as context:
            page = context.new_page()
            said = listen(page)
            page.goto(self.url(host, path), wait_until="load")
            yield page
            for line in sorted(set(said)):
                self.find(f"{name}: {line}")

    def examine(self, page, name):
        """What every page is asked: rules of accessibility, width, readable text, places to touch, nothing that moves."""
        # (A picture that is hidden and lazy is never decoded.)
        page.evaluate(f"Promise.race([{look.SCROLL.strip()}, new Promise(done => setTimeout(done, 4000))])")
        for wrong in json.loads(page.evaluate(look.QUESTIONS)):
            self.find(f"{name}: {wrong}")
        for violation in self.violations(page):
            self.find(f"{name}: {violation}")
        shifts = page.evaluate("window.__shifts ?? []")
        total = sum(shift["value"] for shift in shifts)
        if total >= 0.02:
            worst = max(shifts, key=lambda shift: shift["value"])
            self.find(f"{name}: moves by {total:.3f} ({worst['what']})")

    def violations(self, page):
        page.evaluate(self.axe)
        options = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"], "elementRef": False}
        result = page.evaluate("options => axe.run(document, options)", options)
        for violation in result["violations"]:
            nodes = violation["nodes"]
            places = "; ".join(str(node["target"][0]) for node in nodes[:3])
            why = nodes[0].get("failureSummary", "").replace("\n", " ")[:200]
            yield f"axe {violation['id']} ({len(nodes)}): {places}: {why}"


def listen(page):
    """Everything the browser complains of on this page, as it comes."""
    said = []
    # What failed to load is told by its answer, below.
    quiet = ("Service Worker registration blocked by Playwright", "Failed to load resource")
    page.on("console", lambda message: said.append(f"console: {message.text[:300]}") if message.type in ("error", "warning") and not message.text.startswith(quiet) else None)
    page.on("pageerror", lambda fault: said.append(f"script: {fault}"))
    page.on("requestfailed", lambda request: said.append(f"not loaded: {request.url} {request.failure}") if "ERR_ABORTED" not in str(request.failure) else None)

    def answered(response):
        if response.status >= 400 and response.request.resource_type != "document":
            said.append(f"{response.status}: {response.url}")

    page.on("response", answered)
    return said
