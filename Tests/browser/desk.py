#!/usr/bin/env python3
"""Signs in to a demo's desk in a real browser, at the width of a telephone and of a desk, and says what is wrong with its screens.

Usage: desk.py --port PORT --data FOLDER --program CAUNOI --out FOLDER [--width phone|desktop]

The walk: the administrator signs in with password and second factor, looks at every screen, invites somebody; who is invited chooses a
password, sets up an authenticator, keeps the recovery codes, sees their own account, and adds, uses and removes a passkey; the administrator takes the role away and ends
the session, which is then over in the other browser. On every screen axe must find nothing, nothing may stand on the console, and
nothing may be wider than the window. Pictures go to FOLDER. Prints one JSON document; exit status 0 nothing wrong, 1 something wrong.

Wants playwright and axe-playwright-python (script/bootstrap puts them into .build/browser) and Debian's Chromium.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import shutil
import struct
import subprocess
import sys
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PASSWORD = "cầu nối minh họa"
NEW_PASSWORD = "thuyền neo bến cũ"
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}


def time_code(secret: str) -> str:
    """The code an authenticator shows (RFC 6238)."""
    key = base64.b32decode(secret.replace(" ", ""))
    mac = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = mac[19] & 15
    return f"{(struct.unpack('>I', mac[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Walk:
    def __init__(self, options, browser, name):
        self.options, self.name, self.findings = options, name, []
        self.address = f"http://desk.localhost:{options.port}"
        self.browser = browser
        self.page = self.open()
        self.looked = 0

    def open(self):
        width, height = WIDTHS[self.name]
        page = self.browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN").new_page()
        page.on("console", lambda message: self.console(message))
        page.on("pageerror", lambda error: self.findings.append(f"{self.name}: {error}"))
        return page

    def console(self, message):
        # A form shown again with what is wrong answers 422, which the browser writes down as a failed resource.
        if message.type in ("error", "warning") and "422" not in message.text:
            self.findings.append(f"{self.name} console: {message.text}")

    def look(self, screen, page=None):
        page = page or self.page
        self.looked += 1
        page.screenshot(path=f"{self.options.out}/{screen}-{self.name}.png", full_page=True)
        for violation in Axe().run(page).response["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            self.findings.append(f"{screen} {self.name} axe {violation['id']}: {violation['help']} {nodes}")
        wide = page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")
        if wide > 0:
            self.findings.append(f"{screen} {self.name}: {wide} px wider than the window")

    def want(self, truth, what):
        if not truth:
            self.findings.append(f"{self.name}: {what} ({self.page.url})")

    def passkey(self, page, handle):
        """A passkey of a virtual authenticator: added, used alone, used behind the password, refused without its owner, removed."""
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        authenticator = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }})["authenticatorId"]
        page.goto(self.address + "/desk/tai-khoan/khoa")
        page.fill("#ten-khoa", "Máy tính cơ quan")
        page.fill("#mat-khau", NEW_PASSWORD)
        page.click("form[action$='/tai-khoan/khoa'] button")
        page.wait_for_selector("[role=status]")
        self.want(page.get_by_text("Máy tính cơ quan").count() >= 1, "the new passkey is not in the list")
        self.look("passkey-added", page)
        page.goto(self.address + "/desk/thong-bao")
        self.want(page.get_by_text("Máy tính cơ quan").count() >= 1, "a new passkey is not told of")
        self.look("notices-reporter", page)

        page.click(".desk-out")
        page.click("form[action*='/dang-nhap/khoa'] button")
        page.wait_for_url("**/desk/")
        self.want(page.url.endswith("/desk/"), "a passkey alone does not lead in")

        page.click(".desk-out")
        page.fill("#ten", handle)
        page.fill("#mat-khau", NEW_PASSWORD)
        page.click("main form[action$='/dang-nhap'] button")
        self.look("second-factor-passkey", page)
        page.click("form[action*='/xac-thuc/khoa'] button")
        page.wait_for_url("**/desk/")

        # An authenticator that does not know its owner is not enough by itself; the form says so and can be sent again.
        page.click(".desk-out")
        devtools.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})
        page.click("form[action*='/dang-nhap/khoa'] button")
        page.wait_for_selector("[data-failed]:visible")
        devtools.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": True})
        page.click("form[action*='/dang-nhap/khoa'] button")
        page.wait_for_url("**/desk/")

        page.goto(self.address + "/desk/tai-khoan/khoa")
        page.click("li .desk-remove > summary")
        page.fill("form[action$='/khoa/go'] input[type=password]", NEW_PASSWORD)
        page.click("form[action$='/khoa/go'] button")
        self.want(page.locator("form[action$='/khoa/go']").count() == 0, "the passkey is still there")

    def code(self, handle):
        out = subprocess.run(
            [self.options.program, "user", "code", handle, "--data", self.options.data], check=True, capture_output=True, text=True
        )
        return out.stdout.strip()

    def go(self):
        page, handle = self.page, f"moi-{self.name}"
        page.goto(self.address + "/desk/")
        self.look("sign-in")
        page.fill("#ten", "quan-tri")
        page.fill("#mat-khau", "không phải thế")
        page.click("main form[action$='/dang-nhap'] button")
        self.want(page.locator("[role=alert]:visible").count() == 1, "a wrong password is not said")
        self.look("sign-in-wrong")
        page.fill("#mat-khau", PASSWORD)
        page.click("main form[action$='/dang-nhap'] button")
        self.look("second-factor")
        page.fill("#ma", self.code("quan-tri"))
        page.click("main form:first-of-type button")
        self.want(page.url.endswith("/desk/"), "the second factor does not lead in")
        self.look("home")
        for screen, path in [
            ("account", "/desk/tai-khoan"), ("password", "/desk/tai-khoan/mat-khau"), ("new-factor", "/desk/tai-khoan/xac-thuc"),
            ("new-codes", "/desk/tai-khoan/ma-du-phong"), ("people", "/desk/cong/anson/nguoi-dung"),
            ("person", "/desk/cong/anson/nguoi-dung/bien-tap-1"), ("invite", "/desk/cong/anson/moi-nguoi"),
            ("passkeys", "/desk/tai-khoan/khoa"), ("notices", "/desk/thong-bao"), ("letters", "/desk/cong/anson/thu"),
            ("hand-over", "/desk/cong/anson/ban-giao"), ("hand-over-report", "/desk/cong/anson/ban-giao/bao-cao"),
            ("forbidden", "/desk/cong/khong-co/nguoi-dung"),
        ]:
            answer = page.goto(self.address + path)
            self.want(answer.status == (404 if screen == "forbidden" else 200), f"{path} answers {answer.status}")
            self.look(screen)
        self.findings = [line for line in self.findings if "404 (Not Found)" not in line]

        page.goto(self.address + "/desk/cong/anson/moi-nguoi")
        page.fill("#ten", "Trần Ngọc Lan")
        page.fill("#dang-nhap", handle)
        page.select_option("#vai-tro", "reporter")
        page.click("main button")
        self.look("link")
        link = page.input_value("#lien-ket")
        # Where there is an address and a mail server, the link goes by mail and is shown to nobody.
        page.goto(self.address + "/desk/cong/anson/moi-nguoi")
        page.fill("#ten", "Nguyễn Thị Ngọc Hường")
        page.fill("#dang-nhap", f"thu-{self.name}")
        page.fill("#thu", f"thu-{self.name}@anson.test")
        page.select_option("#vai-tro", "editor")
        page.click("main button")
        self.want(page.locator("#lien-ket").count() == 0, "a link that goes by mail is shown")
        self.look("link-sent")

        other = self.open()
        other.goto(link)
        self.look("invitation", other)
        other.fill("#moi", NEW_PASSWORD)
        other.fill("#lai", NEW_PASSWORD)
        other.click("main button")
        other.fill("#ten", handle)
        other.fill("#mat-khau", NEW_PASSWORD)
        other.click("main form[action$='/dang-nhap'] button")
        self.look("enrolment", other)
        other.click("summary")
        other.fill("#ma", time_code(other.inner_text(".desk-secret")))
        other.click("main form[action$='/thiet-lap'] button")
        self.want(other.locator(".desk-codes li").count() == 10, "no ten recovery codes")
        self.look("recovery", other)
        other.click("main .button")
        self.look("home-reporter", other)
        self.want(other.locator(".desk-nav a:is([href*=nguoi-dung], [href*=nhat-ky])").count() == 0, "a reporter sees more than their work")
        answer = other.goto(self.address + "/desk/cong/anson/nhat-ky")
        self.want(answer.status == 403, f"a reporter reads the trail: {answer.status}")
        self.look("not-allowed", other)
        self.findings = [line for line in self.findings if "403 (Forbidden)" not in line]

        self.passkey(other, handle)

        page.goto(self.address + f"/desk/cong/anson/nguoi-dung/{handle}")
        page.click("form[action$='/phien'] button")
        self.want(page.locator("[role=status]").count() == 1, "ending sessions says nothing")
        other.goto(self.address + "/desk/tai-khoan")
        self.want("/desk/dang-nhap" in other.url, "an ended session goes on")
        page.goto(self.address + "/desk/cong/anson/nhat-ky")
        self.look("audit")
        page.click("footer button[lang=en]")
        page.goto(self.address + "/desk/tai-khoan")
        self.look("account-en")
        page.click(".desk-out")
        self.want("/desk/dang-nhap" in page.url, "signing out does not lead out")


def run(kind):
    """Walks at one width, or at both; prints what was found."""
    parser = argparse.ArgumentParser()
    for name in ("port", "data", "program", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--width", choices=sorted(WIDTHS))
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    findings, looked = [], 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name in [options.width] if options.width else WIDTHS:
            walk = kind(options, browser, name)
            try:
                walk.go()
            except Exception as error:  # Whatever stops the walk is a finding, with where it stood.
                walk.page.screenshot(path=f"{options.out}/stopped-{name}.png", full_page=True)
                walk.findings.append(f"{name} stopped: {error}")
            findings += walk.findings
            looked += walk.looked
        browser.close()
    print(json.dumps({"looked": looked, "findings": findings}, ensure_ascii=False, indent=1))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(run(Walk))
