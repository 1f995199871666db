"""Parts of the newsroom's walk (newsroom.py): remarks on passages; many rows at once, views, drafts seen together."""


def passages(walk, reporter, item):
    # A passage is selected and remarked on; the mark stays with it while the text around it is changed; clicking leads from one to the other.
    reporter.goto(item + "/sua")
    reporter.wait_for_selector("html[data-editor=ready]")
    reporter.evaluate(
        """() => { const text = [...document.querySelectorAll('.rich-body strong')].find((one) => one.textContent.includes('báo động')).firstChild;
        document.querySelector('.rich-body').focus(); const range = document.createRange(); range.selectNodeContents(text);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    reporter.wait_for_timeout(200)
    reporter.locator(".rich-tools button[aria-label='Nhận xét đoạn này']").click()
    reporter.fill("#nhan-xet-doan", "Báo động 1 hay 2?")
    walk.look("edit-remark-this", reporter)
    reporter.locator("dialog[open] button.button").click()
    reporter.wait_for_selector(".rich-body .remark-mark")
    walk.want("báo động 1" in reporter.inner_text(".rich-body .remark-mark"), "another passage is marked", reporter)
    reporter.locator(".edit-remarks .remark-quote").click()
    walk.want(reporter.locator(".rich-body .remark-mark-chosen").count() == 1, "a click on a remark does not lead to its passage", reporter)
    walk.look("edit-remark", reporter)
    reporter.locator(".rich-body").click()
    reporter.keyboard.press("Control+Home")
    reporter.keyboard.type("Tin mới: ")
    walk.kept(reporter)
    walk.want("báo động 1" in reporter.inner_text(".rich-body .remark-mark"), "the mark did not move with its passage", reporter)
    reporter.keyboard.press("Control+s")
    reporter.wait_for_url("**da=newsroom.saved")
    walk.want("không còn" not in reporter.inner_text(".remarks"), "the passage is not found again", reporter)
    reporter.goto(item + "/sua")
    reporter.wait_for_selector(".rich-body .remark-mark")
    reporter.evaluate(
        """() => { const text = [...document.querySelectorAll('.rich-body strong')].find((one) => one.textContent.includes('báo động'));
        document.querySelector('.rich-body').focus(); const range = document.createRange(); range.selectNodeContents(text);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    reporter.wait_for_timeout(200)
    reporter.keyboard.type("dưới báo động 2")
    walk.kept(reporter)
    reporter.wait_for_selector(".edit-remarks .remark-passage")
    reporter.keyboard.press("Control+s")
    reporter.wait_for_url("**da=newsroom.saved")
    walk.want(reporter.locator(".remark-passage").count() == 1, "it is not said that the passage was changed", reporter)
    walk.look("item-passage", reporter)
    reporter.goto(item + "/sua")
    reporter.wait_for_selector("html[data-editor=ready]")
    reporter.evaluate(
        """() => { const text = [...document.querySelectorAll('.rich-body p')].find((one) => one.textContent.includes('báo động 2'));
        document.querySelector('.rich-body').focus(); const range = document.createRange(); range.selectNodeContents(text); range.collapse(false);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    reporter.keyboard.type(" Dưới báo động 1.")
    walk.kept(reporter)
    reporter.keyboard.press("Control+s")
    reporter.wait_for_url("**da=newsroom.saved")


def lists(walk, reporter, chief):
    # Many rows at once: chosen with the shift key, asked about, done, undone. A view is kept and shared. Drafts are seen together, also by a link.
    for number in range(3):
        walk.begin(reporter, f"Bản tin số {number}")
        reporter.keyboard.press("Control+s")
        reporter.wait_for_url("**da=newsroom.saved")
    reporter.goto(walk.list + "?xem=cua-toi")
    boxes = reporter.locator(".work-rows input[type=checkbox]")
    boxes.nth(0).click()
    boxes.nth(2).click(modifiers=["Shift"])
    walk.want("3" in reporter.inner_text(".desk-chosen"), "the rows between are not chosen", reporter)
    walk.look("list-chosen", reporter)
    reporter.select_option("#viec", "submit")
    reporter.locator(".desk-bulk button").first.click()
    walk.look("bulk", reporter)
    reporter.locator("main form button.button").click()
    walk.want("3 trên 3" in reporter.inner_text("main"), "not all are done", reporter)
    walk.look("bulk-done", reporter)
    reporter.locator(".desk-undo button").click()
    walk.want("đã được hoàn tác" in reporter.inner_text("main"), "it is not undone", reporter)
    walk.look("bulk-undone", reporter)
    chief.goto(walk.list + "?xem=cho-duyet")
    chief.locator(".desk-keep-view summary").click()
    chief.fill("#ten", "Chờ tôi duyệt")
    chief.check(".desk-keep-view input[type=checkbox]")
    chief.locator(".desk-keep-view button").click()
    walk.want(chief.locator(".desk-views a[aria-current]").count() == 1, "the view is not kept", chief)
    reporter.goto(walk.list)
    walk.want("Chờ tôi duyệt" in reporter.inner_text("main"), "the view is not shared", reporter)
    walk.look("list-views", reporter)
    chief.goto(walk.list)
    for number in range(3):
        chief.locator(".work-rows input[type=checkbox]").nth(number).click()
    chief.locator("button[formaction$='/xem-chung']").click()
    chief.frame_locator("iframe").locator("main").wait_for()
    walk.want("Bản tin số 2" in chief.frame_locator("iframe").locator("body").inner_text(), "the front page does not show the draft", chief)
    walk.look("together", chief)
    if walk.options.width == "desktop":
        chief.locator(".desk-tabs a").last.click()
    chief.locator(".together-pages a").nth(1).click()
    chief.frame_locator("iframe").locator("main").wait_for()
    walk.look("together-section", chief)
    chief.fill("#khach", "Bà Trần Thị Ngoài")
    chief.locator("form[action$='/lien-ket'] button").click()
    guest = walk.open()
    guest.goto(chief.input_value("#lien-ket"))
    guest.frame_locator("iframe").locator("main").wait_for()
    walk.want("Bản tin số 2" in guest.frame_locator("iframe").locator("body").inner_text(), "the guest does not see the draft", guest)
    walk.look("together-guest", guest)
