#!/usr/bin/env python3
"""Runs a demo's portal from the desk in a real browser, by mouse, by keyboard and without script, and says what is wrong with its screens.

Usage: portal.py --port PORT --data FOLDER --program CAUNOI --out FOLDER [--width phone|desktop]

The walk: the editor in chief looks at every room of the portal; moves a block by keyboard (what moved is said in a live region), drags another,
saves, and sees the front page change; chooses a colour and sees the preview follow; raises a notice and takes it down; makes a redirect; finds a
screen by Ctrl+K; does one step without script. The operator tries a table of portals, has them made and watches. Findings as in desk.py.
"""

import sys
import time

from desk import PASSWORD, WIDTHS, Walk, run


USED = {}


class PortalWalk(Walk):
    def sign_in(self, handle, page=None):
        page = page or self.page
        page.goto(self.address + "/desk/dang-nhap")
        page.fill("#ten", handle)
        page.fill("#mat-khau", PASSWORD)
        page.click("main button")
        # A code is taken once; the same person comes in at both widths.
        code = self.code(handle)
        while code == USED.get(handle):
            time.sleep(1)
            code = self.code(handle)
        USED[handle] = code
        page.fill("#ma", code)
        page.click("main form:first-of-type button")
        self.want(page.url.endswith("/desk/"), f"{handle} does not come in")

    def go(self):
        page, here = self.page, self.address + "/desk/cong/anson/"
        self.sign_in("truong-ban")
        for room in [
            "tong-quan", "trang-chu", "chuyen-muc", "chuyen-muc/moi", "chuyen-muc/sua/kinh-te", "thuc-don", "giao-dien", "thong-bao-khan", "chuyen-huong",
            "dia-chi-thieu", "lien-ket",
        ]:
            answer = page.goto(here + room)
            self.want(answer.status == 200, f"{room} answers {answer.status}")
            self.look("portal-" + room.replace("/", "-"))
        self.order(page, here)
        self.look_and_notice(page, here)
        self.find(page)
        self.without_script(page, here)
        self.many()

    def order(self, page, here):
        page.goto(here + "trang-chu")
        rows = page.locator("[data-list='k.'] .outline-row")
        names = rows.locator(".desk-row-title").all_inner_texts()
        second = rows.nth(1).locator("[data-step=xuong]")
        second.focus()
        page.keyboard.press("Enter")
        page.locator("[aria-live=polite]", has_text="3").wait_for(state="attached")
        after = rows.locator(".desk-row-title").all_inner_texts()
        self.want(after[2] == names[1] and after[1] == names[2], f"the keyboard moves nothing: {after[:3]}")
        self.want(page.evaluate("document.activeElement.dataset.step") == "xuong", "the focus is lost after a step")
        if self.name == "desktop":
            rows.nth(4).locator(".outline-handle").drag_to(rows.nth(0))
            self.want(rows.locator(".desk-row-title").first.inner_text() == after[4], "dragging moves nothing")
        wanted = rows.locator(".desk-row-title").all_inner_texts()
        self.want(page.locator(".portal-unsaved").is_visible(), "nothing says that it is not saved")
        page.click("button[value=luu]")
        self.want(page.locator("main [role=status]").first.is_visible(), "saving says nothing")
        self.want(rows.locator(".desk-row-title").all_inner_texts() == wanted, "what was saved is another order")

    def look_and_notice(self, page, here):
        page.goto(here + "giao-dien")
        frame = page.frame(name="xem-giao-dien")
        page.evaluate("const f = document.querySelector('#chinh'); f.value = '#004b87'; f.dispatchEvent(new Event('input', { bubbles: true }))")
        page.locator("iframe[src*='004b87']").wait_for()
        frame.wait_for_load_state()
        self.look("portal-look-blue")
        page.goto(here + "thong-bao-khan")
        page.fill("#thong-bao", "Cắt điện ở phường Bình Sa từ 8 giờ")
        page.select_option("#muc", "outage")
        day = page.evaluate("new Date(Date.now() + 86400000).toISOString().slice(0, 16)")
        page.fill("#den", day)
        page.click("main form.desk-card button.button")
        self.want(page.locator(".button-alarm").count() > 0, "the notice does not stand")
        self.look("portal-notice")
        page.locator("li", has_text="Cắt điện").first.locator(".button-alarm").click()
        page.goto(here + "chuyen-huong")
        page.fill("#tu", f"/cu-{self.name}.html")
        page.fill("#den", "/tin-tuc/")
        page.click("form[action$='/chuyen-huong'] .button")
        self.want(page.locator("code", has_text=f"/cu-{self.name}.html").count() == 1, "the redirect is not in the list")

    def find(self, page):
        page.keyboard.press("Control+k")
        page.wait_for_selector("dialog[open] input")
        page.keyboard.type("chuyen muc")
        page.wait_for_selector("dialog [role=option]")
        self.look("portal-palette")
        page.keyboard.press("Enter")
        page.wait_for_url("**/chuyen-muc")
        page.goto(self.address + "/desk/tim?q=an")
        self.look("portal-find")

    def without_script(self, page, here):
        """The same steps by forms alone."""
        width, height = WIDTHS[self.name]
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN", java_script_enabled=False, storage_state=page.context.storage_state()
        )
        plain = context.new_page()
        plain.goto(here + "thuc-don")
        names = plain.locator(".outline-row .desk-row-title").all_inner_texts()
        plain.locator(".outline-row").nth(0).locator("[data-step=xuong]").click()
        after = plain.locator(".outline-row .desk-row-title").all_inner_texts()
        self.want(after != names and sorted(after) == sorted(names), "without script a step does nothing")
        self.want(plain.locator(".portal-unsaved").is_visible(), "without script nothing says that it is not saved")
        context.close()

    def many(self):
        page = self.open()
        self.sign_in("ky-thuat", page)
        here = self.address + "/desk/cong/anson/cong-con"
        page.goto(here)
        self.look("portal-below", page)
        page.goto(self.address + "/desk/cong/phuong-binh-sa/thiet-dat")
        self.look("portal-settings", page)
        page.goto(here + "/hang-loat")
        page.select_option("#mau", "phuong-binh-sa")
        table = "ma,ten,ten-mien\n" + "".join(
            f"thu-{self.name}-{number},Phường Thử nghiệm số {number},thu{number}-{self.name}.anson.localhost\n" for number in range(1, 31)
        )
        page.fill("#bang", table + "phuong-binh-sa,Trùng mã,trung.anson.localhost\n")
        page.click("button[value=thu]")
        self.look("portal-batch", page)
        page.click("button[value=tao]")
        page.wait_for_selector("progress")
        page.locator("[data-refresh]").wait_for(state="detached", timeout=120_000)
        self.want(page.locator("progress").get_attribute("value") == "30", "not all portals were made")
        self.look("portal-progress", page)
        page.goto(self.address + "/desk/cong/anson/lien-ket/nguy-hiem")
        self.look("portal-hosts", page)


if __name__ == "__main__":
    sys.exit(run(PortalWalk))
