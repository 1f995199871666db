#!/usr/bin/env python3
"""Works in a demo's library in a real browser, at the width of a telephone and of a desk, and says what is wrong.

Usage: library.py --port PORT --data FOLDER --program CAUNOI --out FOLDER

The walk: a reporter looks at the library, uploads a picture in pieces over a line that breaks, drops a second file and one that is refused, describes the
picture by its form, moves its focal point with the mouse and by numbers, finds it again, tags and deletes it, and has it back. On every screen axe must find
nothing, nothing may stand on the console, and nothing may be wider than the window. Prints one JSON document; exit status 0 nothing wrong, 1 something wrong.

Wants what desk.py wants.
"""

import struct
import sys
import zlib

import desk


def png(width: int, height: int, seed: int) -> bytes:
    """A picture with something in it: restless enough that it takes several pieces."""
    state, rows = seed * 2654435761 % 2**32 or 1, bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            state = (state * 1664525 + 1013904223) % 2**32
            rows += bytes(((x * 255 // width) ^ (state >> 28), (y * 255 // height) ^ (state >> 27 & 15), (state >> 24) & 255))
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 1)) + chunk(b"IEND", b"")


class LibraryWalk(desk.Walk):
    def look(self, screen, page=None):
        (page or self.page).wait_for_load_state("networkidle")
        super().look(screen, page)

    def sign_in(self, handle):
        page = self.page
        page.goto(self.address + "/desk/")
        page.fill("#ten", handle)
        page.fill("#mat-khau", desk.PASSWORD)
        page.click("main button")
        page.fill("#ma", self.code(handle))
        page.click("main form:first-of-type button")

    def go(self):
        page, name = self.page, self.name
        # Each code is taken once: two walks, two people.
        self.sign_in("phong-vien-1" if name == "phone" else "cong-tac-vien")
        page.click(".desk-nav a[href$='/thu-vien']")
        self.look("library")
        self.want(page.locator(".lib-item").count() > 0, "the demo's files are not in the library")
        page.click("text=Xem dạng bảng")
        self.look("library-table")
        page.goto(self.address + "/desk/cong/anson/thu-vien?q=kh%C3%B4ng-c%C3%B3-t%E1%BB%87p-n%C3%A0o")
        self.look("library-nothing")

        page.goto(self.address + "/desk/cong/anson/thu-vien/tai-len")
        self.look("library-upload")
        broken = {"left": 1}
        def line(route):
            if route.request.method == "PATCH" and route.request.headers.get("upload-offset") != "0" and broken["left"]:
                broken["left"] = 0
                return route.abort("connectionreset")
            return route.continue_()
        page.route("**/lan-gui/**", line)
        title = f"Hội nghị tổng kết phong trào thi đua yêu nước giai đoạn 2021-2026 {name}"
        page.set_input_files("#tep", [
            {"name": f"{title}.png", "mimeType": "image/png", "buffer": png(1700, 1500, 1 if name == "phone" else 2)},
            {"name": f"ke-hoach-{name}.txt", "mimeType": "text/plain", "buffer": f"Kế hoạch {name}".encode()},
            {"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": b"<svg onload='alert(1)'/>"},
        ])
        page.click("main form button")
        page.wait_for_selector(".lib-sending li a >> nth=1", timeout=60_000)
        page.wait_for_selector(".lib-sending .lib-wrong")
        self.want(not broken["left"], "the line did not break")
        self.findings = [found for found in self.findings if "ERR_CONNECTION_RESET" not in found]
        self.look("library-sent")
        self.want("SVG" in page.inner_text(".lib-sending .lib-wrong"), "what is refused is not said")

        page.click(f".lib-sending a:has-text('{name}.png')")
        page.wait_for_selector(".lib-stage img", timeout=60_000)
        page.fill("#thay-the", "Toàn cảnh hội nghị")
        page.fill("#tac-gia", "Phạm Thị Ngọc Ánh")
        page.fill("#the", "Hội nghị, Thi đua")
        page.locator(".lib-stage img").click(position={"x": 30, "y": 40})
        self.want(float(page.input_value("#diem-x")) < 30, "a click does not move the point")
        page.fill("#diem-x", "70")
        self.want(page.eval_on_selector(".lib-crop img", "image => image.style.objectPosition").startswith("70%"), "numbers do not move the crop")
        self.look("library-file")
        page.click("text=Lưu thông tin")
        self.want(page.locator("[role=status]").count() == 1, "saving says nothing")
        self.want(page.input_value("#diem-x") == "70", "the point was not kept")

        page.goto(self.address + f"/desk/cong/anson/thu-vien?q=thi+dua+{name}&loai=picture")
        self.want(page.locator(".lib-item").count() == 1, "the picture is not found")
        # Below the fold of a telephone it is loaded when it is looked at. Until the worker has made its sizes, whoever looks gets the picture itself.
        width = 0
        for _ in range(30):
            page.locator(".lib-face img").scroll_into_view_if_needed()
            for _ in range(25):
                width = page.eval_on_selector(".lib-face img", "image => image.complete ? image.naturalWidth : 0")
                if width:
                    break
                page.wait_for_timeout(200)
            if width == 480:
                break
            page.wait_for_timeout(1000)
            page.reload()
        self.want(width == 480, f"the picture has no face: {width} pixels")
        self.look("library-found")
        page.check(".lib-item input[type=checkbox]")
        self.want("1" in page.inner_text(".desk-chosen"), "what is chosen is not counted")
        page.click(".lib-delete")
        self.look("library-undo")
        page.click(".desk-undo button")
        page.goto(self.address + f"/desk/cong/anson/thu-vien?q=thi+dua+{name}")
        self.want(page.locator(".lib-item").count() == 1, "the picture did not come back")
        page.goto(self.address + "/desk/cong/anson/thu-vien/chon?loai=picture")
        self.look("library-picker")


if __name__ == "__main__":
    sys.exit(desk.run(LibraryWalk))
