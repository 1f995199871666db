#!/usr/bin/env python3
"""What the home page costs a reader: bytes and requests on the line, and when it can be read on a slow telephone. For script/bench.

    weigh.py --port PORT --host HOST [--path /] [--runs 5]

Prints lines `name<TAB>value<TAB>unit<TAB>note`. The telephone: a processor four times as slow, 1.6 Mbit/s, 150 ms, an empty cache, 360 × 740 at 2 dots
a pixel (Chromium's own emulation over its debugging protocol).
"""
import argparse
import statistics

SEEN = """
window.__paint = {fcp: 0, lcp: 0, cls: 0, what: ''};
new PerformanceObserver(list => { for (const e of list.getEntries()) if (e.name === 'first-contentful-paint') __paint.fcp = e.startTime; }).observe({type: 'paint', buffered: true});
new PerformanceObserver(list => { for (const e of list.getEntries()) { __paint.lcp = e.startTime; __paint.what = e.element ? e.element.nodeName + '.' + e.element.className : e.url; } })
  .observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) __paint.cls += e.value; }).observe({type: 'layout-shift', buffered: true});
"""


def bytes_of(page, url, phone=False):
    """Bytes on the line by address (heads and bodies as they come, packed), in the order in which they were asked for."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": False})
    urls, sizes = {}, {}
    session.on("Network.requestWillBeSent", lambda event: urls.setdefault(event["requestId"], event["request"]["url"]))
    session.on("Network.loadingFinished", lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"]))
    if phone:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        session.send("Network.emulateNetworkConditions", {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750})
    page.goto(url, wait_until="load")
    page.wait_for_timeout(1500 if phone else 500)
    found = {}
    for request, address in urls.items():
        if not address.startswith("data:"):
            found[address] = found.get(address, 0) + sizes.get(request, 0)
    return sum(found.values()), found


def is_picture(url):
    return "/files/" in url


def main():
    from stage import Stage

    options = argparse.ArgumentParser()
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--host", required=True)
    options.add_argument("--path", default="/")
    options.add_argument("--name", default="home page")
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    with Stage(given.port, print) as stage:
        url = stage.url(given.host, given.path)
        fcp, lcp, cls, what = [], [], [], ""
        with stage.context(width=360, height=740) as context:
            # The pages are packed when somebody has asked for them.
            context.new_page().goto(url, wait_until="load")
        with stage.context(width=360, height=740) as context:
            total, found = bytes_of(context.new_page(), url)
        own = {address: size for address, size in found.items() if not is_picture(address)}
        pictures = len(found) - len(own)
        kinds = {"html": 0, "css": 0, "js": 0, "woff2": 0}
        for address, size in own.items():
            name = address.split("?")[0]
            kind = "html" if name == url else name.rsplit(".", 1)[-1]
            if kind in kinds:
                kinds[kind] += size
        parts = ", ".join(f"{kind} {size / 1000:.1f}" for kind, size in kinds.items())
        print(f"{given.name}: HTML, CSS, JS, fonts\t{sum(kinds.values()) / 1000:.1f}\tKB\tpacked, heads included: {parts}; aim under 100")
        print(f"{given.name}: requests before pictures\t{len(own)}\trequests\t{pictures} pictures on the first screens besides, {(total - sum(own.values())) / 1000:.0f} KB; aim at most 15")
        for _ in range(given.runs):
            with stage.context(width=360, height=740, device_scale_factor=2) as context:
                page = context.new_page()
                page.add_init_script(SEEN)
                bytes_of(page, url, phone=True)
                seen = page.evaluate("window.__paint")
                fcp.append(seen["fcp"] / 1000)
                lcp.append(seen["lcp"] / 1000)
                cls.append(seen["cls"])
                what = seen["what"]
        phone = f"4x processor, 1.6 Mbit/s, 150 ms, cold; median of {given.runs}"
        print(f"{given.name}: first contentful paint\t{statistics.median(fcp):.2f}\ts\t{phone}; aim under 1.2")
        print(f"{given.name}: largest contentful paint\t{statistics.median(lcp):.2f}\ts\t{phone} ({what}); aim under 1.8")
        print(f"{given.name}: layout shift\t{statistics.median(cls):.3f}\tscore\t{phone}; aim under 0.02")


if __name__ == "__main__":
    main()
