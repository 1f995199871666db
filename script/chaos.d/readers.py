"""Readers: of lists and feeds, who open what these name; and of finished pages, who must never be refused."""
import html, random, re, threading, time

from articles import HOST, ID, TITLE, picture_there, shown, visit
from web import address, ask

LISTS = ["/", "/tin-tuc/", "/feed.json", "/feed.atom", "/tin-tuc/feed.atom", "/api/v1/items?site=anson", "/sitemap.xml"]


def named(text):
    """Numbers and editions of our articles that a list names, and the items whose cards it has."""
    page = html.unescape(text)
    return {(int(number), int(edition)) for number, edition in TITLE.findall(page)}, set(re.findall(rf'data-id="({ID})" data-ed="\d+"', page))


class Reader(threading.Thread):
    """Opens a list, and one of the articles that it names: that page must be whole."""

    def __init__(self, world, number):
        super().__init__(daemon=True)
        self.world, self.choose, self.source = world, random.Random(f"{world.seed}.reader.{number}"), address()

    def run(self):
        while not self.world.stopping.is_set():
            path = self.choose.choice(LISTS)
            answer = visit(self.world.port, path, self.source)
            if answer is None or answer.status >= 500:
                self.world.count("lists not answered")
                self.world.wait_ready()
                continue
            self.world.count("lists read")
            self.read(path, answer)
            time.sleep(0.02)

    def read(self, path, answer):
        said, items = named(answer.text)
        works = {work for number, _ in said if (work := self.world.book.by_number.get(number)) and work.item}
        works |= {work for item in items if (work := self.world.book.by_item.get(item))}
        for number, edition in said:
            work = self.world.book.by_number.get(number)
            if work is None or edition > work.sent:
                self.world.wrong(f"{path} names edition {edition} of article {number}, which nobody published")
        for work in self.choose.sample(sorted(works, key=lambda work: work.number), min(3, len(works))):
            page = visit(self.world.port, f"/-/{work.item}", self.source)
            if page is None or page.status >= 500:
                continue
            if page.status == 200:
                edition, wrong = shown(page, work)
                wrong = wrong or picture_there(self.world.port, work, edition)
                # Corrected meanwhile: the picture of the edition before may be gone by then.
                if wrong and not (wrong.endswith("410") or work.withdrawal):
                    self.world.wrong(f"{path} names article {work.number}, half published: {wrong}")
            elif not (page.status == 410 and work.withdrawal):
                self.world.wrong(f"{path} names article {work.number}, whose page answers {page.status}")
            self.world.count("articles read")


class CachedReader(threading.Thread):
    """Asks one door again and again for pages that it has shown before. While the door itself is up, none may fail."""

    def __init__(self, world, name, port, pages, is_up):
        super().__init__(daemon=True)
        self.world, self.name, self.port, self.pages, self.is_up = world, name, port, pages, is_up
        self.asked, self.failed, self.slowest, self.warm, self.source = 0, [], 0.0, set(), address()

    def run(self):
        while not self.world.stopping.is_set():
            for path in self.pages:
                up = self.is_up(self.name)
                if not up:
                    self.warm = set()
                    time.sleep(0.1)
                    continue
                began = time.monotonic()
                answer = ask(self.port, "GET", path, HOST, source=self.source, timeout=20)
                took = time.monotonic() - began
                # It went down, or came up anew, while it was asked: that is another matter.
                if self.is_up(self.name) != up:
                    self.warm = set()
                elif answer and answer.status == 200:
                    if path in self.warm:
                        self.asked += 1
                        self.slowest = max(self.slowest, took)
                    self.warm.add(path)
                elif path in self.warm:
                    self.asked += 1
                    self.failed.append(f"{self.name}{path}: {answer.status if answer else 'no answer'} after {took:.1f} s, {self.world.now_doing}")
                time.sleep(0.03)


class Probe(threading.Thread):
    """Keeps a draft in hand four times a second: the longest time between two that were taken tells how long nothing could be written."""

    def __init__(self, world, who, item):
        super().__init__(daemon=True)
        self.world, self.who, self.item, self.taken = world, who, item, []

    def run(self):
        while not self.world.stopping.is_set():
            began = time.monotonic()
            answer = self.who.send("POST", f"{self.item}/tu-luu", timeout=5, headers={"X-Caunoi-Form": self.who.token, "Content-Type": "application/json"},
                                   body='{"base":1,"version":0,"tab":"do","takesOver":true,"form":{"f.title":"Giữ %d"}}'.encode() % int(began * 1000))
            if answer and answer.status == 200:
                self.taken.append((began, time.monotonic()))
            time.sleep(0.25)

    def goes_on(self, longest=180):
        """Whether a write is taken that begins now or later; waits for it."""
        moment = time.monotonic()
        while time.monotonic() < moment + longest:
            if any(began >= moment for began, _ in self.taken[-20:]):
                return True
            time.sleep(0.05)
        return False

    def gap(self, moment):
        """The longest time since a moment in which no write was taken."""
        taken = list(self.taken)
        ends = [end for _, end in taken if end >= moment]
        before = [end for _, end in taken if end < moment][-1:] or [moment]
        return max((later - earlier for earlier, later in zip(before + ends, ends)), default=0.0)
