#!/usr/bin/env python3
"""Asks a question on a demo's portal and has it answered on the desk, in a real browser, and says what is wrong.

Usage: cases.py --port PORT --data FOLDER --program CAUNOI --out FOLDER [--width phone|desktop]

The walk: every form is looked at; a question is sent by a browser without script, first with something missing, then whole; the receipt's two codes
open it; the clerk prepares what is proposed, divides the letter and registers it, the secretary takes it, asks for more, gets it, drafts the answer; the chief lets it out; the answer is made public; the person reads and rates it; another case is registered with a bulk act, the board and the public figures are looked at; while letters
flood in a form works its proof out, and without script it is taken after a wait. On every screen axe
must find nothing, nothing may stand on the console, and nothing may be wider than the window. Pictures go to FOLDER. Prints one JSON
document; exit status 0 nothing wrong, 1 something wrong.
"""

import http.client
import sys
import urllib.parse

import desk

FORMS = ["hoi-dap/gui", "phan-anh-kien-nghi/quy-dinh", "phan-anh-kien-nghi/hien-truong", "phan-anh-kien-nghi/cung-cap-thong-tin",
         "phan-anh-kien-nghi/to-cao"]
LETTER = "Nhà tôi ở cuối ngõ, đèn đường hỏng từ đầu tháng nên buổi tối các cháu đi học về rất tối. Xin hỏi báo ở đâu?"


class Walk(desk.Walk):
    def __init__(self, options, browser, name):
        super().__init__(options, browser, name)
        self.site = f"http://anson.localhost:{options.port}"

    def sign_in(self, handle):
        page = self.open()
        page.goto(self.address + "/desk/")
        page.fill("#ten", handle)
        page.fill("#mat-khau", desk.PASSWORD)
        page.click("main form[action$='/dang-nhap'] button")
        page.fill("#ma", self.code(handle))
        page.click("main form:first-of-type button")
        self.want(page.url.endswith("/desk/"), f"{handle} does not come in")
        return page

    def public(self):
        for page in ("hoi-dap", "phan-anh-kien-nghi"):
            self.page.goto(f"{self.site}/{page}")
            self.look(page)
        for form in FORMS:
            self.page.goto(f"{self.site}/{form}")
            self.look(form.replace("/", "-"))

    def ask(self):
        """Without script: what a cheap phone with a blocked script does."""
        width, height = desk.WIDTHS[self.name]
        page = self.browser.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN", java_script_enabled=False
        ).new_page()
        page.goto(f"{self.site}/hoi-dap/gui")
        page.fill("#name", "Trần Thị Thử")
        page.fill("#phone", "0912")
        page.fill("#title", "Đèn đường hỏng cuối ngõ 12")
        page.fill("#text", LETTER)
        page.wait_for_timeout(2500)
        page.click("form.case-form button")
        wrong = page.content()
        self.want("phone-loi" in wrong and "Đèn đường hỏng cuối ngõ 12" in wrong and "0912" in wrong, "what is wrong is not said, or something is lost")
        page.fill("#phone", "0912 345 678")
        page.set_input_files("#files", files=[{"name": "đèn.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + b"0" * 200}])
        page.click("form.case-form button")
        codes = page.locator(".receipt-code").all_inner_texts()
        self.want(len(codes) == 2, "no receipt")
        page.screenshot(path=f"{self.options.out}/receipt-{self.name}.png", full_page=True)
        return codes

    def wrong(self):
        page = self.page
        page.goto(f"{self.site}/phan-anh-kien-nghi/quy-dinh")
        # Browsers check forms themselves; here it is ours that is looked at.
        page.evaluate("document.querySelector('form.case-form').noValidate = true")
        page.wait_for_timeout(2500)
        page.click("form.case-form button")
        self.look("form-wrong")
        self.findings = [line for line in self.findings if "422" not in line]

    def mine(self, code, pin, screen):
        page = self.page
        page.goto(f"{self.site}/tra-cuu")
        page.fill("#ma", code.lower().replace("-", " "))
        page.fill("#bi-mat", pin)
        page.click("main form button")
        self.look(screen)
        return page

    def act(self, page, verb, words=None):
        form = page.locator(f"details:has(button[name=viec][value={verb}])")
        if form.get_attribute("open") is None:
            form.locator("summary").click()
        if words:
            form.locator("textarea[name=loi]").fill(words)
        form.locator(f"button[value={verb}]").click()
        self.want(page.locator("[role=status]").count() == 1, f"{verb} says nothing")

    def templates(self, secretary):
        """One template, written on the desk."""
        secretary.goto(self.address + "/desk/cong/anson/mau-tra-loi")
        self.look("templates", secretary)
        secretary.fill("#ten-moi", f"Lời chào {self.name}")
        secretary.fill("#noi-dung-moi", "Kính gửi {ten}, hồ sơ {ma}:")
        secretary.click("form:has(#ten-moi) button.button")
        self.want(secretary.get_by_text(f"Lời chào {self.name}").count() >= 1, "the template is not kept")

    def compose(self, secretary, address, words):
        """The answer, written beside the letter: a template, the state of what it rests on, then handed in."""
        secretary.goto(address + "/soan")
        self.look("compose", secretary)
        self.want(secretary.get_by_text("cuối ngõ, đèn đường").count() >= 1, "the letter does not stand beside its answer")
        secretary.fill("#so", "12/SXD")
        secretary.fill("#can-cu", "Nghị định 42/2022/NĐ-CP\nNghị định 224/2026/NĐ-CP")
        secretary.select_option("#mau", label=f"Lời chào {self.name}")
        secretary.click("button[name=lam][value=mau]")
        self.want("Kính gửi Trần Thị Thử" in secretary.input_value("#loi") and secretary.input_value("#so") == "12/SXD", "the template is not put in")
        self.want(secretary.get_by_text("thay bằng 224/2026/NĐ-CP").count() >= 1, "what has ended is not said")
        self.look("compose-grounds", secretary)
        secretary.fill("#loi", secretary.input_value("#loi") + "\n\n" + words)
        secretary.click("button[name=lam][value=submit]")
        self.want(secretary.locator("[role=status]").count() == 1, "submit says nothing")

    def approve(self, chief, address):
        chief.goto(address + "/soan")
        self.look("compose-review", chief)
        chief.check("input[name=khop]")
        chief.click("button[name=lam][value=approve]")
        self.want(chief.locator("[role=status]").count() == 1, "approve says nothing")

    def laws(self, chief):
        """The register, and the list of answers that may be outdated."""
        chief.goto(self.address + "/desk/cong/anson/van-ban-can-cu")
        self.look("laws", chief)
        chief.goto(self.address + "/desk/cong/anson/tra-loi-cu")
        self.look("outdated", chief)
    def lead(self, clerk, secretary):
        """What the program proposes beside an opened letter, the table behind it, the letter divided."""
        secretary.goto(self.address + "/desk/cong/anson/tham-quyen")
        self.want(secretary.get_by_text("Sở Xây dựng").count() > 0, "the demo has no table of competence")
        self.look("competence", secretary)
        clerk.click("form:has(input[name=viec][value=transfer]) button")
        self.want(clerk.locator("#chuan-bi[open]").count() == 1, "a suggestion prepares nothing")
        self.look("case-prepared", clerk)
        clerk.click("form[action$='/tach'] button")
        self.look("case-split", clerk)
        # What the program proposes is ticked already; one sentence is enough here.
        boxes = clerk.locator("input[name^='cau.']")
        for index in range(boxes.count()):
            boxes.nth(index).set_checked(boxes.nth(index).get_attribute("name") == "cau.1")
        clerk.select_option("#chon", "proposal")
        clerk.click("form[action$='/tach/lam'] button.button")
        self.want(clerk.get_by_text("Phần tách").count() >= 1, "the letter is not divided")
        self.look("case-divided", clerk)

    def offers(self):
        """With a script, answered questions are offered while one types."""
        self.page.goto(f"{self.site}/hoi-dap/gui")
        # The index hears of a publication a moment later.
        for more in ("đèn đường hỏng cuối ngõ báo ở đâu", " vậy", " ạ", " xin", " cảm ơn"):
            self.page.locator("#title").press_sequentially(more, delay=5)
            self.page.wait_for_timeout(2000)
            if self.page.locator(".offers li a").count():
                break
        self.want(self.page.locator(".offers li a").count() > 0, "nothing is offered while one types")
        self.look("form-offers")

    def publish(self, secretary, chief, address):
        """The answer becomes a page that everybody can read, by two people."""
        secretary.goto(address)
        secretary.click("form[action$='/ban-cong-khai'] button")
        self.look("edition", secretary)
        secretary.click("main form button.button")
        self.look("edition-texts", secretary)
        secretary.fill("#nguoi-hoi", "Bà T.T.T")
        secretary.click("form[action$='/luu'] button.button")
        self.want("/bai/" in secretary.url, "the public edition is not kept")
        item = secretary.url.split("?")[0]
        secretary.click("form[action$='/gui'] button")
        chief.goto(item)
        chief.click("form[action$='/duyet'] button.button")
        chief.click("form[action$='/dang'] button.button")
        self.page.goto(f"{self.site}/hoi-dap")
        self.look("answered-list")
        self.page.click("text=Đèn đường hỏng cuối ngõ 12")
        self.want(self.page.get_by_text("Bà T.T.T").count() == 1, "the public answer does not say who asked")
        self.look("answered")

    def seeing(self, clerk, chief):
        """Many at once, the board, and the figures for everybody."""
        self.ask()
        room = self.address + "/desk/cong/anson/ho-so"
        clerk.goto(room)
        clerk.check("input[name^='chon.']")
        clerk.click("fieldset.desk-bulk button")
        self.look("bulk", clerk)
        clerk.click("main form button.button")
        self.want(clerk.locator(".cases-done").count() == 1, "the act on many says nothing of a case")
        self.look("bulk-done", clerk)
        for view in ("ended", "1-ngay"):
            clerk.goto(room + "?xem=" + view + "&luong=question")
            self.look("cases-" + view, clerk)
        chief.goto(room + "/bang")
        self.want(chief.locator("table.board-table").count() >= 2, "the board has no tables")
        self.look("board", chief)
        self.page.goto(f"{self.site}/phan-anh-kien-nghi/thong-ke")
        self.look("statistics")

    def flood(self):
        """While letters flood in from one range of addresses, the browser works a proof out; nothing that was typed is lost before it has."""
        width, height = desk.WIDTHS[self.name]
        place = {"X-Forwarded-For": "203.0.113.7" if self.name == "phone" else "198.51.100.7"}
        page = self.browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN", extra_http_headers=place).new_page()
        page.goto(f"{self.site}/hoi-dap/gui")
        self.want(page.locator("[data-proof]").count() == 0, "a proof is asked for in calm times")
        page.wait_for_timeout(2500)
        rubbish = urllib.parse.urlencode({"_": page.get_attribute("input[name='_']", "value"), "name": "x"})
        headers = {"Host": f"anson.localhost:{self.options.port}", "Content-Type": "application/x-www-form-urlencoded"} | place
        for _ in range(60):
            link = http.client.HTTPConnection("127.0.0.1", self.options.port, timeout=20)
            link.request("POST", "/hoi-dap/gui", body=rubbish, headers=headers)
            link.getresponse().read()
            link.close()
        page.fill("#name", "Lê Văn Mẫu")
        page.fill("#title", "Xin hỏi lịch thu gom rác ở tổ 9")
        page.fill("#text", "Tổ 9 chúng tôi chưa biết lịch thu gom rác mới, xin cho biết thứ mấy trong tuần xe đi qua?")
        with page.expect_navigation():
            page.click("form.case-form button[type=submit]")
        self.want(page.locator("[data-proof]").count() == 1 and page.input_value("#title").endswith("tổ 9"), "no proof is asked for, or something is lost")
        # Pressed at once: it is sent by itself when the proof is there.
        page.click("form.case-form button[type=submit]")
        page.wait_for_selector(".receipt-code", timeout=120_000)
        self.want(page.locator(".receipt-code").count() == 2, "no receipt after the proof")
        page.goto(f"{self.site}/hoi-dap/gui")
        page.wait_for_function("document.querySelector('input[name=chung]').value.includes(':')", timeout=120_000)
        self.look("form-proof", page)

    def go(self):
        self.public()
        self.wrong()
        code, pin = self.ask()
        self.page.goto(f"{self.site}/tra-cuu")
        self.look("look-up")
        self.mine(code, pin, "mine-received")
        clerk, secretary, chief = (self.sign_in(handle) for handle in ("van-thu", "thu-ky-1", "truong-ban"))
        clerk.goto(self.address + "/desk/cong/anson/ho-so")
        self.look("cases", clerk)
        clerk.click("text=Đèn đường hỏng cuối ngõ 12")
        self.look("case-sealed", clerk)
        clerk.click("form[action$='/mo'] button")
        self.want(clerk.get_by_text("cuối ngõ, đèn đường").count() >= 1, "the letter does not open")
        self.look("case-open", clerk)
        self.lead(clerk, secretary)
        self.act(clerk, "accept")
        address = clerk.url.split("?")[0]
        secretary.goto(address)
        self.act(secretary, "take")
        self.act(secretary, "ask", "Xin cho biết số cột đèn hoặc số nhà gần nhất.")
        page = self.mine(code, pin, "mine-asked")
        page.fill("#loi-them", "Cột đèn số 7, trước nhà văn hóa.")
        page.click("details form:has(#loi-them) button")
        self.want(page.get_by_text("Cột đèn số 7").count() >= 1, "what was added is not there")
        self.templates(secretary)
        self.compose(secretary, address, "Đơn vị đã cử người sửa cột đèn số 7, đèn sáng lại từ tối nay.")
        self.look("case-review", secretary)
        self.approve(chief, address)
        self.act(chief, "answer")
        self.look("case-answered", chief)
        self.publish(secretary, chief, address)
        self.offers()
        page = self.mine(code, pin, "mine-answered")
        self.want(page.get_by_text("đèn sáng lại từ tối nay").count() >= 1, "the answer is not there")
        page.check("input[name=sao][value='5']")
        page.click("form:has(input[name=sao]) button")
        self.want(page.get_by_text("5/5").count() >= 1, "the rating is not kept")
        self.laws(chief)
        chief.goto(self.address + "/desk/cong/anson/ho-so?xem=ended")
        self.look("cases-ended", chief)
        self.seeing(clerk, chief)
        self.flood()


if __name__ == "__main__":
    sys.exit(desk.run(Walk))
