"""Editors at the desk: they write, let approve, publish, correct, withdraw and upload, and remember what they were told.

An act that nobody answered is sent again, as it was: the version in its form must keep it from being done twice.
"""
import random, re, threading, time

from articles import PLACE, picture_there, shown, visit
from uploads import Upload
from web import address


def form_of(page, step):
    """The hidden fields of one step's form on an item's page; None where the step is not offered."""
    found = re.search(rf'<form[^>]*action="[^"]*/{step}".*?</form>', page.text, re.S)
    return found and dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', found[0]))


class Editor(threading.Thread):
    def __init__(self, world, number, writer, chief):
        super().__init__(daemon=True)
        self.world, self.number, self.writer, self.chief = world, number, writer, chief
        self.works, self.uploads, self.source, self.choose = [], [], address(), random.Random(f"{world.seed}.{number}")

    def run(self):
        try:
            while not self.world.stopping.is_set():
                live = [work for work in self.works if work.acknowledged and not work.withdrawal]
                act = self.choose.choices(["publish", "correct", "withdraw", "upload"], [4, 3 if live else 0, 1 if len(live) > 2 else 0, 2])[0]
                if act == "publish":
                    self.publish()
                elif act == "upload":
                    self.uploads.append(Upload.bring(self.world, self.writer, self.choose))
                else:
                    (self.correct if act == "correct" else self.withdraw)(self.choose.choice(live[-20:]))
        except GaveUp as why:
            self.world.wrong(f"editor {self.number}: {why}")

    # Asking until somebody answers

    def page(self, who, path):
        for _ in range(300):
            answer = who.get(path)
            if answer and answer.status < 500:
                if answer.location.startswith("/desk/dang-nhap"):
                    raise GaveUp(f"{who.person} is no longer signed in")
                return answer
            self.outage()
        raise GaveUp(f"{path} does not open")

    def send(self, who, path, form):
        """The answer, and how often the form had to be sent until there was one."""
        for times in range(1, 300):
            answer = who.post(path, form)
            if answer and answer.status < 500:
                if answer.location.startswith("/desk/dang-nhap"):
                    raise GaveUp(f"{who.person} is no longer signed in")
                return answer, times
            self.world.count("acts sent again")
            self.outage()
        raise GaveUp(f"{path} is not answered")

    def outage(self):
        """The world was away: when it is back, what was acknowledged before is looked at first."""
        self.world.wait_ready()
        for work in self.works[-3:]:
            if work.acknowledged:
                self.check(work, patience=20)

    # The acts

    def publish(self):
        work = self.world.book.begin()
        title, item = work.title(1), None
        for _ in range(300):
            answer = self.writer.post(PLACE + "/bai/moi", {"tieu-de": title, "loai": "news", "chuyen-muc": "tin-tuc"})
            if answer and answer.status == 303 and answer.location.endswith("/sua"):
                item = answer.location.split("/")[-2]
                break
            if answer and answer.status < 500:
                raise GaveUp(f"nothing new can be written: {answer}")
            self.world.count("acts sent again")
            self.outage()
            # Nobody answered: the editor looks among her own before she begins once more.
            found = re.search(rf'/bai/([0-9a-z]{{13}})"[^>]*>\s*{re.escape(title)}', self.page(self.writer, PLACE + "/bai?xem=cua-toi").text)
            if found:
                item = found[1]
                break
        if not item:
            raise GaveUp("nothing new can be begun")
        self.world.book.named(work, item)
        self.works.append(work)
        self.write(work, 1)
        self.bring(work, 1)

    def correct(self, work):
        self.write(work, work.acknowledged + 1)
        self.bring(work, work.acknowledged + 1)

    def write(self, work, edition):
        usable = [upload for upload in self.uploads[-6:] if upload and upload.asset]
        if usable and self.choose.random() < 0.6:
            upload = self.choose.choice(usable)
            work.pictures[edition] = upload.asset, upload.name
        path, before = f"{PLACE}/bai/{work.item}/sua", None
        for _ in range(300):
            page = self.page(self.writer, path)
            told = dict(re.findall(r'name="(version|revision)" value="(\d+)"', page.text))
            if "version" not in told:
                raise GaveUp(f"{work.item} cannot be edited: {page}")
            if before is not None and int(told["version"]) > before:
                return
            before = int(told["version"])
            answer = self.writer.post(path, {**told, **work.form(edition)})
            if answer and answer.status == 303:
                return
            if answer and answer.status < 500:
                raise GaveUp(f"{work.item} is not saved: {answer}")
            self.world.count("acts sent again")
            self.outage()
        raise GaveUp(f"{work.item} cannot be saved")

    def bring(self, work, edition):
        """Through the steps that the desk offers, until the edition is public or known to be."""
        path = f"{PLACE}/bai/{work.item}"
        for _ in range(40):
            page = self.page(self.chief, path)
            step = next((step for step in ("dang", "duyet", "gui") if form_of(page, step) is not None), None)
            who = self.chief
            if step is None:
                who, page = self.writer, self.page(self.writer, path)
                step = "gui" if form_of(page, "gui") is not None else None
            if step is None:
                # Nothing is left to do: the step that nobody answered was done.
                self.world.count("publications found done")
                break
            form = form_of(page, step)
            if step == "dang":
                work.sent = edition
                form |= {"cach": "dinh-chinh"} if edition > 1 else {}
            answer, times = self.send(who, f"{path}/{step}", form)
            done = answer.status == 303 and re.search(r"da=newsroom\.(\w+)", answer.location)
            if step == "dang" and done:
                if times > 1:
                    self.world.count("acts done by the second sending")
                break
            if not done and times == 1:
                time.sleep(0.1)
        else:
            raise GaveUp(f"{work.item} does not become public")
        work.acknowledged = edition
        self.world.noted("publication" if edition == 1 else "correction")
        self.check(work, patience=20, began=time.monotonic())

    def withdraw(self, work):
        path = f"{PLACE}/bai/{work.item}"
        for _ in range(20):
            form = form_of(self.page(self.chief, path), "go")
            if form is None:
                break
            work.withdrawal = "sent"
            answer, _ = self.send(self.chief, path + "/go", form | {"can-cu": "error", "ly-do": f"Gỡ thử {work.number}", "luc": "ngay"})
            if answer.status == 303:
                break
        else:
            raise GaveUp(f"{work.item} cannot be withdrawn")
        work.withdrawal = "done"
        self.world.noted("withdrawal")
        self.check(work, patience=20)

    def check(self, work, patience=0, began=None):
        """What was acknowledged is what readers get, at once or (where there are several nodes) soon."""
        until, said = time.monotonic() + patience, None
        while True:
            said = self.look(work)
            if said is None or time.monotonic() > until:
                break
            time.sleep(0.1)
        if began is not None:
            self.world.late("visible after", time.monotonic() - began)
        if said:
            self.world.wrong(f"article {work.number} ({work.item}): {said}")
        return said

    def look(self, work):
        answer = visit(self.world.port, f"/-/{work.item}", self.source)
        if answer is None or answer.status >= 500:
            self.world.wait_ready()
            return f"does not open: {answer}"
        if work.withdrawal == "done":
            return None if answer.status == 410 else f"was withdrawn and answers {answer.status}"
        if work.withdrawal:
            return None
        if answer.status != 200:
            return f"edition {work.acknowledged} was acknowledged, and its address answers {answer.status}"
        edition, wrong = shown(answer, work)
        if edition > max(work.sent, work.acknowledged):
            return f"published twice: edition {edition}, only {work.sent} were sent"
        if edition < work.acknowledged:
            return f"edition {work.acknowledged} was acknowledged, {edition} is shown"
        return wrong or picture_there(self.world.port, work, edition)


class GaveUp(Exception):
    pass
