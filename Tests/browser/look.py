#!/usr/bin/env python3
"""Looks at pages of a running portal in a real browser (Chromium without a window) and says what is wrong with them.

Usage: look.py --port PORT --host HOST --out FOLDER [--chromium PROGRAM] PATH...

Every page is opened at 360, 768 and 1280 px. Wrong are: a page wider than the window, anything on the console, a resource that did not
load, a picture without a text, a control too small to be touched (24 px, WCAG 2.2, 2.5.8), text that cannot be read against its ground.
Pictures of the pages go to FOLDER. Prints one JSON document; exit status 0 nothing wrong, 1 something wrong, 2 could not look.

The browser is spoken to over its debugging pipe (file descriptors 3 and 4), so it opens no port. Only the standard library is used.
"""

import argparse
import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time

WIDTHS = (360, 768, 1280)

# Runs in the page through the debugger, which the page's own policy does not concern.
QUESTIONS = r"""
(() => {
  const wrong = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > window.innerWidth) {
    const wide = [...document.body.querySelectorAll('*')]
      .filter(e => {
        const box = e.getBoundingClientRect();
        if (box.right <= window.innerWidth + 1 || box.width === 0) return false;
        for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
          if (getComputedStyle(p).overflowX !== 'visible') return false;
        return true;
      })
      .slice(0, 3).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : ''));
    wrong.push(`wider than the window: ${root.scrollWidth} > ${window.innerWidth} (${wide.join(', ')})`);
  }
  for (const image of document.images) {
    if (!image.hasAttribute('alt')) wrong.push('a picture without a text: ' + image.src);
    if (image.complete && image.naturalWidth === 0) wrong.push('a picture that did not load: ' + image.src);
  }
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
  if (!document.documentElement.lang) wrong.push('no language');
  if (!document.title) wrong.push('no title');

  const parse = text => (text.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const over = (top, below) => {
    const a = top.length > 3 ? top[3] : 1;
    return [0, 1, 2].map(i => top[i] * a + below[i] * (1 - a));
  };
  const ground = element => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (style.backgroundImage !== 'none') return null;
      layers.push(parse(style.backgroundColor));
    }
    return layers.reverse().reduce((below, top) => top.length ? over(top, below) : below, [255, 255, 255]);
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || box.bottom < 0 || style.clipPath !== 'none') continue;
    const below = ground(element);
    if (!below) continue;
    const [a, b] = [light(over(parse(style.color), below)), light(below)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700 ? 3 : 4.5;
    const name = element.tagName.toLowerCase() + (element.className ? '.' + element.className : '');
    if (ratio < needed - 0.01 && !seen.has(name)) {
      seen.add(name);
      wrong.push(`text hard to read (${ratio.toFixed(1)} of ${needed}): ${name} "${node.data.trim().slice(0, 30)}"`);
    }
  }
  const small = new Set();
  for (const control of document.querySelectorAll('button, input, select, summary, nav a')) {
    if (!control.checkVisibility({visibilityProperty: true})) continue;
    const box = control.getBoundingClientRect();
    if (box.width && box.height && (box.height < 24 || box.width < 24) && getComputedStyle(control).display !== 'inline' && box.bottom > 0) {
      const name = control.tagName.toLowerCase() + (control.className ? '.' + control.className : '');
      if (!small.has(name)) wrong.push(`too small to touch (${Math.round(box.width)} × ${Math.round(box.height)}): ${name} "${control.textContent.trim().slice(0, 30)}"`);
      small.add(name);
    }
  }
  return JSON.stringify(wrong);
})()
"""

# Pictures far down load when a reader comes near them.
SCROLL = """
(async () => {
  for (let y = 0; y < document.scrollingElement.scrollHeight; y += 600) { scrollTo(0, y); await new Promise(done => setTimeout(done, 20)); }
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
  scrollTo(0, 0);
})()
"""


class CannotLook(Exception):
    pass


class Chromium:
    """A browser and its debugging pipe: JSON messages, each ended by a NUL byte."""

    def __init__(self, program, resolver_rules):
        self.profile = tempfile.mkdtemp(prefix="caunoi-chromium-")
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()

        def join():
            # The browser reads from 3 and writes to 4; first out of the way of each other.
            a, b = os.dup(to_browser), os.dup(from_browser)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            [
                program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--disable-sync",
                "--remote-debugging-pipe", "--user-data-dir=" + self.profile, "--host-resolver-rules=" + resolver_rules, "about:blank",
            ],
            preexec_fn=join, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self.rest = b""
        self.number = 0
        self.events = []
        self.session = None

    def close(self):
        try:
            self.ask("Browser.close", patience=5)
        except CannotLook:
            pass
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.write_end)
        os.close(self.read_end)
        shutil.rmtree(self.profile, ignore_errors=True)

    def ask(self, method, patience=30, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session and not method.startswith(("Target.", "Browser.")):
            message["sessionId"] = self.session
        try:
            os.write(self.write_end, json.dumps(message).encode() + b"\0")
        except OSError as error:
            raise CannotLook(f"the browser is gone: {error}")
        end = time.monotonic() + patience
        while True:
            answer = self.receive(end)
            if answer is None:
                raise CannotLook(f"no answer to {method}")
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise CannotLook(f"{method}: {answer['error'].get('message')}")
                return answer.get("result", {})
            self.events.append(answer)

    def receive(self, end):
        while b"\0" not in self.rest:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.read_end], [], [], left)[0]:
                return None
            piece = os.read(self.read_end, 1 << 16)
            if not piece:
                raise CannotLook("the browser has ended")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def wait_for(self, method, patience):
        end = time.monotonic() + patience
        while True:
            for event in self.events:
                if event.get("method") == method:
                    return True
            message = self.receive(end)
            if message is None:
                return False
            self.events.append(message)


def complaints(events):
    """What the browser itself said about a page."""
    said = []
    for event in events:
        method, values = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            said.append("script: " + values["exceptionDetails"].get("text", ""))
        elif method == "Runtime.consoleAPICalled" and values.get("type") in ("error", "warning", "assert"):
            said.append("console: " + " ".join(str(a.get("value", "")) for a in values.get("args", [])))
        elif method == "Log.entryAdded" and values["entry"]["level"] in ("error", "warning"):
            said.append("browser: " + values["entry"]["text"] + " " + values["entry"].get("url", ""))
        elif method == "Network.loadingFailed" and not values.get("canceled"):
            said.append("not loaded: " + values.get("errorText", "") + " " + values.get("blockedReason", ""))
        elif method == "Network.responseReceived" and values["response"]["status"] >= 400 and values.get("type") != "Document":
            said.append(f"{values['response']['status']}: {values['response']['url']}")
    return sorted(set(said))


def look(browser, address, width, dark, target):
    browser.events.clear()
    browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
    browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
    answer = browser.ask("Page.navigate", url=address)
    if answer.get("errorText"):
        raise CannotLook(f"{address}: {answer['errorText']}")
    if not browser.wait_for("Page.loadEventFired", 30):
        return ["the page does not end loading"]
    browser.ask("Runtime.evaluate", expression=SCROLL, awaitPromise=True)
    result = browser.ask("Runtime.evaluate", expression=QUESTIONS, returnByValue=True)
    if "exceptionDetails" in result:
        raise CannotLook("the questions failed: " + json.dumps(result["exceptionDetails"])[:300])
    wrong = json.loads(result["result"]["value"]) + complaints(browser.events)
    size = browser.ask("Page.getLayoutMetrics")["cssContentSize"]
    clip = {"x": 0, "y": 0, "width": width, "height": min(size["height"], 6000), "scale": 1}
    picture = browser.ask("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
    with open(target, "wb") as file:
        file.write(base64.b64decode(picture["data"]))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--host", required=True, help="host name of the portal; it is reached on 127.0.0.1")
    parser.add_argument("--out", required=True)
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("chromium-browser") or "chromium")
    parser.add_argument("paths", nargs="+", help="name=path")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    try:
        browser = Chromium(options.chromium, "MAP * 127.0.0.1")
    except OSError as error:
        print(f"look.py: the browser cannot be started ({error}); install chromium", file=sys.stderr)
        return 2
    findings = []
    try:
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        browser.session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            browser.ask(domain + ".enable")
        for entry in options.paths:
            name, path = entry.split("=", 1)
            for width in WIDTHS:
                for dark in (False, True) if width == 360 else (False,):
                    title = f"{name}-{width}{'-dark' if dark else ''}"
                    picture = os.path.join(options.out, title + ".png")
                    for wrong in look(browser, f"http://{options.host}:{options.port}{path}", width, dark, picture):
                        findings.append({"page": title, "wrong": wrong})
    except CannotLook as error:
        print(f"look.py: {error}", file=sys.stderr)
        return 2
    finally:
        browser.close()
    json.dump({"findings": findings}, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
