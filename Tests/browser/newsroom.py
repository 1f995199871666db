#!/usr/bin/env python3
"""Writes, reviews, publishes, corrects and withdraws an article in a demo's desk, in a real browser, and says what is wrong.

Usage: newsroom.py --port PORT --data FOLDER --program CAUNOI --out FOLDER [--width phone|desktop]

The walk: a reporter begins an article and types into the editor, pastes from Word, sets a link and a table; loses the network and the
browser and finds the text again; an editor saves the same article meanwhile, and both versions are shown; it is submitted, sent back with
a reason, mended, approved by the chief (never by its author), published, corrected, withdrawn, restored, scheduled; another goes out
urgently and is confirmed by a second person; somebody without an account reads a draft by a link and remarks on it. On every screen axe
must find nothing, nothing may stand on the console, and nothing may be wider than the window. Pictures go to FOLDER. Prints one JSON
document; exit status 0 nothing wrong, 1 something wrong.

Wants playwright and axe-playwright-python (script/bootstrap puts them into .build/browser) and Debian's Chromium.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time

import newsroom_more
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PASSWORD = "cầu nối minh họa"
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-name:x}</style></head><body lang=VI>
<p class=MsoNormal><b><span style='font-size:14.0pt'>Nước rút chậm</span></b><o:p></o:p></p>
<p class=MsoNormal style='mso-list:l0 level1 lfo1'>Đường tỉnh 301 <i>đã thông</i> xe.</p>
<table class=MsoTableGrid border=1><tr><td>Trạm</td><td>Mực nước</td></tr><tr><td>Cầu Sắt</td><td>3,2&nbsp;m</td></tr></table>
<script>alert(1)</script><p class=MsoNormal><a href="javascript:alert(1)">Xem</a></p></body></html>"""


class Walk:
    def __init__(self, options, browser):
        self.options, self.browser, self.findings, self.looked = options, browser, [], 0
        self.desk = f"http://desk.localhost:{options.port}"
        self.list = self.desk + "/desk/cong/anson/bai"
        self.expected = ("422", "409", "ERR_INTERNET_DISCONNECTED", "410", "404")

    def console(self, message):
        # Refusals answer 409 and 422, and a network that was cut on purpose is written down by the browser.
        if message.type in ("error", "warning") and not any(text in message.text for text in self.expected):
            self.findings.append(f"console: {message.text[:300]} {message.location}")

    def open(self):
        width, height = WIDTHS[self.options.width]
        page = self.browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN").new_page()
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.findings.append(f"error: {error}"))
        page.on("dialog", lambda dialog: dialog.accept())
        return page

    def sign_in(self, handle):
        page = self.open()
        page.goto(self.desk + "/desk/")
        page.fill("#ten", handle)
        page.fill("#mat-khau", PASSWORD)
        page.click("main button")
        out = subprocess.run([self.options.program, "user", "code", handle, "--data", self.options.data], check=True, capture_output=True, text=True)
        page.fill("#ma", out.stdout.strip())
        page.click("main form:first-of-type button")
        self.want(page.url.endswith("/desk/"), f"{handle} does not come in", page)
        return page

    def look(self, screen, page):
        self.looked += 1
        page.screenshot(path=f"{self.options.out}/{screen}-{self.options.width}.png", full_page=True)
        for violation in Axe().run(page).response["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            self.findings.append(f"{screen} axe {violation['id']}: {violation['help']} {nodes}")
        wide = page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")
        if wide > 0:
            self.findings.append(f"{screen}: {wide} px wider than the window")

    def want(self, truth, what, page=None):
        if not truth:
            self.findings.append(f"{what}" + (f" ({page.url}): {page.inner_text('main')[:200]!r}" if page else ""))

    def kept(self, page):
        page.wait_for_selector("[data-kept][data-state=kept]", timeout=15000)

    def blocks(self, page):
        return json.loads(page.eval_on_selector("[data-rich-blocks]", "field => field.value"))["blocks"]

    def begin(self, page, title):
        page.goto(self.list + "/moi")
        page.fill("#tieu-de", title)
        page.select_option("#chuyen-muc", index=1)
        page.click("main button.button")
        page.wait_for_selector("html[data-editor=ready]")
        return page.url.removesuffix("/sua")

    def paste(self, page, html):
        page.evaluate(
            """html => { const data = new DataTransfer(); data.setData('text/html', html); data.setData('text/plain', 'thay thế');
            document.querySelector('.rich-body').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }""",
            html,
        )

    def press(self, page, name):
        """A step of the item's page, by the last part of its form's address; what is folded is unfolded first."""
        form = page.locator(f"form[action$='/{name}']").first
        page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        form.locator("button").first.click()

    def passkey(self, page):
        """A passkey of a virtual authenticator, for somebody who came in with a password."""
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }})
        page.goto(self.desk + "/desk/tai-khoan/khoa")
        page.fill("#ten-khoa", "Khóa ký duyệt")
        page.fill("#mat-khau", PASSWORD)
        page.click("form[action$='/tai-khoan/khoa'] button")
        page.wait_for_selector("[role=status]")

    def go(self):
        reporter = self.sign_in("phong-vien-1")
        self.look("home", reporter)
        reporter.goto(self.list)
        self.look("list", reporter)
        reporter.goto(self.list + "/moi")
        self.look("new", reporter)
        reporter.click("main button.button")
        item = self.begin(reporter, "Lũ trên sông Ngàn đang xuống")

        # Writing.
        reporter.locator(".rich-body").click()
        reporter.keyboard.type("Sáng nay mực nước đã xuống ")
        reporter.keyboard.press("Control+b")
        reporter.keyboard.type("dưới báo động 1")
        reporter.keyboard.press("Control+b")
        reporter.keyboard.type(".")
        reporter.keyboard.press("Enter")
        self.paste(reporter, WORD)
        reporter.wait_for_selector(".rich-body table", timeout=5000)
        reporter.keyboard.press("Control+End")
        self.kept(reporter)
        found = self.blocks(reporter)
        self.want(found[0] == {"type": "paragraph", "text": ["Sáng nay mực nước đã xuống ", {"t": "dưới báo động 1", "m": ["strong"]}, "."]}, f"typed: {found[0]}")
        self.want([one["type"] for one in found].count("table") == 1, f"no table came from Word: {found}")
        self.want("javascript" not in json.dumps(found) and "alert" not in json.dumps(found), "a script came with the paste")
        reporter.keyboard.press("?")
        self.look("edit", reporter)

        # The network goes, the browser goes, the text is there.
        reporter.context.set_offline(True)
        reporter.fill("[name='f.kicker']", "Thời tiết")
        reporter.wait_for_selector("[data-trouble]:not([hidden])", timeout=15000)
        self.look("edit-offline", reporter)
        reporter.context.set_offline(False)
        self.kept(reporter)
        reporter.context.set_offline(True)
        reporter.fill("[name='f.standfirst']", "Sapo viết lúc mất mạng.")
        reporter.wait_for_timeout(800)
        context = reporter.context
        reporter.close(run_before_unload=False)
        context.set_offline(False)
        other = context.new_page()
        other.on("console", self.console)
        other.goto(item + "/sua")
        other.wait_for_selector("html[data-editor=ready]")
        rescued = other.input_value("[name='f.standfirst']") == "Sapo viết lúc mất mạng."
        if not rescued:
            other.locator(".callout button").first.click()
        self.want(other.input_value("[name='f.standfirst']") == "Sapo viết lúc mất mạng.", "what was typed without network is lost", other)
        self.kept(other) if not rescued else None
        reporter = other

        # Two at once: the editor saves first, the reporter sees both.
        editor = self.sign_in("bien-tap-1")
        editor.goto(item + "/sua")
        editor.wait_for_selector("html[data-editor=ready]")
        editor.fill("[name='f.title']", "Lũ sông Ngàn rút, đường đã thông")
        self.kept(editor)
        self.want(not editor.locator("[data-others]").is_hidden(), "the editor does not see the reporter", editor)
        self.look("edit-together", editor)
        editor.keyboard.press("Control+s")
        editor.wait_for_url("**da=newsroom.saved")
        reporter.fill("[name='f.kicker']", "Thời sự")
        reporter.keyboard.press("Control+s")
        reporter.wait_for_selector(".conflict-pair")
        self.look("conflict", reporter)
        reporter.locator("form[action$='/sua'] button").click()
        reporter.wait_for_url("**da=newsroom.saved")
        self.look("item-draft", reporter)

        newsroom_more.passages(self, reporter, item)

        # Submitted, sent back, mended, approved, published.
        self.press(reporter, "gui")
        self.want("newsroom.submitted" in reporter.url, "it cannot be submitted", reporter)
        chief = self.sign_in("truong-ban")
        chief.goto(self.list + "?xem=cho-duyet")
        self.look("waiting", chief)
        chief.goto(item)
        chief.fill("#noi-dung-nhan-xet", "Cần thêm số liệu mực nước của trạm Cầu Sắt.")
        chief.fill("#doan", "dưới báo động 1")
        chief.locator("#noi-dung-nhan-xet").locator("xpath=ancestor::form").locator("button").click()
        chief.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        self.look("item-submitted", chief)
        chief.fill("#tra-ly-do", "Bổ sung số liệu.")
        self.press(chief, "tra-lai")
        self.want("newsroom.returned" in chief.url, "it cannot be sent back", chief)
        reporter.goto(item + "/sua")
        reporter.wait_for_selector("html[data-editor=ready]")
        self.look("edit-returned", reporter)
        reporter.locator(".rich-body").click()
        reporter.keyboard.press("Control+End")
        reporter.keyboard.type(" Trạm Cầu Sắt đo được 3,2 m.")
        reporter.keyboard.press("Control+Enter")
        reporter.wait_for_url("**da=newsroom.submitted")
        chief.goto(item + "/xem")
        chief.frame_locator("iframe").locator("h1").wait_for()
        self.want("Lũ" in chief.frame_locator("iframe").locator("h1").inner_text(), "the preview shows another page", chief)
        self.look("preview", chief)
        chief.goto(item + "/xem?rong=may-tinh")
        self.look("preview-wide", chief)
        chief.goto(item + "/lich-su")
        self.look("history", chief)
        chief.locator("a[href*='so-sanh']").first.click()
        self.want(chief.locator("ins").count() > 0, "the comparison shows no change", chief)
        self.look("comparison", chief)
        chief.goto(item)
        digest = chief.locator(".digest").first.inner_text()
        self.press(chief, "duyet")
        self.want("newsroom.approved" in chief.url, "it cannot be approved", chief)
        self.look("item-approved", chief)
        self.want(chief.locator(".digest").first.inner_text() == digest, "what is published is not what was approved", chief)
        self.press(chief, "dang")
        self.want("newsroom.published" in chief.url, "it cannot be published", chief)
        public = chief.locator("a[href*='tin-tuc'], .desk-head a[href^='http']").last.get_attribute("href")
        page = self.open()
        answer = page.goto(public)
        self.want(answer.status == 200 and "3,2 m" in page.inner_text("main"), "readers do not see it", page)

        # Corrected: the note stands on the page. Withdrawn: 410 with the reason. Restored: as it was.
        chief.goto(item + "/sua")
        chief.wait_for_selector("html[data-editor=ready]")
        chief.fill("#note", "Mực nước trạm Cầu Sắt là 3,1 m, không phải 3,2 m.")
        chief.locator("[name='f.standfirst']").fill("Nước rút, giao thông trở lại.")
        chief.keyboard.press("Control+Enter")
        chief.wait_for_url("**da=newsroom.submitted")
        self.want(chief.locator("form[action$='/duyet']").count() == 0, "the author is offered to approve", chief)
        self.look("item-own", chief)
        deputy = self.sign_in("pho-ban-1")
        # The deputy signs with a passkey; a signature stands behind the correction and the withdrawal.
        self.passkey(deputy)
        deputy.goto(item)
        self.press(deputy, "duyet")
        deputy.wait_for_url("**da=newsroom.approved")
        deputy.check("input[value='dinh-chinh']")
        self.press(deputy, "dang")
        deputy.wait_for_url("**da=newsroom.corrected")
        self.want("newsroom.corrected" in deputy.url, "it cannot be corrected", deputy)
        page = self.open()
        page.goto(public)
        self.want("3,1 m" in page.inner_text("main"), "readers do not see the correction", page)
        deputy.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        deputy.fill("#go-ly-do", "Tin đã được thay bằng bản tổng hợp.")
        self.look("item-live", deputy)
        self.press(deputy, "go")
        deputy.wait_for_url("**da=newsroom.withdrawn")
        self.want("newsroom.withdrawn" in deputy.url, "it cannot be withdrawn", deputy)
        page = self.open()
        answer = page.goto(public)
        self.want(answer.status == 410 and "bản tổng hợp" in page.inner_text("body"), "a withdrawn page does not say why", page)
        self.look("item-withdrawn", deputy)
        verified = subprocess.run(
            [self.options.program, "log", "verify", "--data", self.options.data], capture_output=True, text=True
        )
        self.want("2 entries approved by passkeys" in verified.stdout, f"the record's approvals: {verified.stdout} {verified.stderr}")
        self.press(deputy, "khoi-phuc")
        page = self.open()
        self.want(page.goto(public).status == 200, "it is not restored", page)
        page.goto(public.split("/", 3)[0] + "//" + public.split("/", 3)[2] + "/kiem-chung/" + item.rsplit("/", 1)[1])
        text = page.inner_text("main")
        self.want("Có chữ ký bằng khóa truy cập" in text and "không kèm chữ ký" in text, "signatures are not told of", page)

        # Scheduled, and taken back.
        second = self.begin(reporter, "Lịch cấp nước đầu tuần")
        reporter.locator(".rich-body").click()
        reporter.keyboard.type("Cấp nước từ 5 giờ.")
        reporter.keyboard.press("Control+Enter")
        reporter.wait_for_url("**da=newsroom.submitted")
        chief.goto(second)
        self.press(chief, "duyet")
        chief.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        chief.fill("#hen-ngay", time.strftime("%Y-%m-%d", time.localtime(time.time() + 3 * 86400)))
        self.press(chief, "hen-gio")
        self.want("newsroom.scheduled" in chief.url, "it cannot be scheduled", chief)
        chief.goto(self.desk + "/desk/cong/anson/lich")
        self.want("Lịch cấp nước" in chief.inner_text("main"), "the calendar does not know it", chief)
        self.look("calendar", chief)
        chief.goto(second)
        self.press(chief, "bo-hen")

        # Urgently, and confirmed by somebody else.
        third = self.begin(chief, "Khẩn: vỡ đê bao xã Vĩnh Sa")
        chief.locator(".rich-body").click()
        chief.keyboard.type("Người dân ở thôn Bến Nứa di dời ngay.")
        chief.keyboard.press("Control+s")
        chief.wait_for_url("**da=newsroom.saved")
        chief.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        chief.fill("#khan-ly-do", "Không liên lạc được người duyệt, nước lên nhanh.")
        self.press(chief, "dang-khan")
        self.want("newsroom.urgent" in chief.url, "it cannot be published urgently", chief)
        self.want(chief.locator("form[action$='/xac-nhan']").count() == 0, "whoever published alone may confirm it", chief)
        self.look("item-urgent", chief)
        deputy.goto(third)
        self.press(deputy, "xac-nhan")
        self.want("newsroom.confirmed" in deputy.url, "it cannot be confirmed", deputy)

        newsroom_more.lists(self, reporter, chief)

        # Tasks, and somebody without an account.
        editor.goto(second)
        editor.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        editor.locator("#nguoi").select_option(index=0)
        self.press(editor, "giao")
        self.want("newsroom.assigned" in editor.url, "nobody can be asked", editor)
        editor.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        editor.fill("#khach", "Ông Nguyễn Văn Nước")
        self.press(editor, "lien-ket")
        self.look("link", editor)
        guest = self.open()
        guest.goto(editor.input_value("#lien-ket"))
        guest.frame_locator("iframe").locator("h1").wait_for()
        guest.fill("#gop-y", "Nên ghi rõ tên các tuyến phố.")
        self.look("guest", guest)
        guest.locator("main form button").click()
        self.want("tuyến phố" in guest.inner_text("main"), "the guest's remark is not there", guest)
        editor.goto(second)
        self.want("tuyến phố" in editor.inner_text("main"), "the newsroom does not see the guest's remark", editor)
        self.look("item-remarks", editor)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--width", choices=sorted(WIDTHS), default="desktop")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        walk = Walk(options, browser)
        try:
            walk.go()
        except Exception as error:  # noqa: BLE001 - whatever stopped the walk is a finding
            walk.findings.append(f"the walk stopped: {error}")
            for number, context in enumerate(browser.contexts):
                for page in context.pages:
                    page.screenshot(path=f"{options.out}/stopped-{number}.png")
        browser.close()
    print(json.dumps({"findings": walk.findings, "looked": walk.looked}, ensure_ascii=False, indent=1))
    return 1 if walk.findings else 0


if __name__ == "__main__":
    sys.exit(main())
