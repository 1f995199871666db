"""Articles that say of themselves which edition they are: title, lead, first and last paragraph, picture. A page that mixes two, or lacks one, is half published."""
import html, json, random, re, threading

from letters import WORDS
from web import ask

HOST = "anson.localhost"
PLACE = "/desk/cong/anson"
ID = "[0-9a-hjkmnp-tv-z]{13}"
TITLE = re.compile(r"Tin thử số (\d+) lần (\d+)\b")


class Work:
    """One article: what was sent of it and what was acknowledged. Only its editor changes it; readers look."""

    def __init__(self, number):
        self.number, self.item, self.sent, self.acknowledged, self.withdrawal, self.pictures = number, None, 0, 0, None, {}
        self.words = " ".join(random.Random(number).sample(WORDS, 5))

    def title(self, edition):
        return f"Tin thử số {self.number} lần {edition} {self.words}"

    def marks(self, edition):
        return f"Mở đầu {self.number}.{edition}.", f"Hết bài {self.number}.{edition}."

    def form(self, edition):
        first, last = self.marks(edition)
        middle = [" ".join(random.choices(WORDS, k=60)) + "." for _ in range(random.randrange(1, 12))]
        blocks = [{"type": "paragraph", "text": [text]} for text in (first, *middle, last)]
        form = {
            "f.title": self.title(edition), "f.standfirst": f"Sapo {self.number}.{edition}.", "f.body.type": "blocks",
            "f.body": json.dumps({"v": 1, "blocks": blocks}, ensure_ascii=False), "note": f"Sửa lần {edition}",
        }
        if picture := self.pictures.get(edition):
            form |= {"f.picture.asset": picture[0], "f.picture.file": picture[1], "f.picture.alt": "Ảnh thử", "f.picture.width": "48", "f.picture.height": "32"}
        return form


class Book:
    """Every article that these editors made, by number and by item."""

    def __init__(self):
        self.by_number, self.by_item, self.gate = {}, {}, threading.Lock()

    def begin(self):
        with self.gate:
            work = self.by_number[len(self.by_number) + 1] = Work(len(self.by_number) + 1)
        return work

    def named(self, work, item):
        with self.gate:
            work.item = item
            self.by_item[item] = work


def visit(port, path, source="127.0.0.1", timeout=20):
    """A page as a reader opens it, wherever its address leads."""
    answer = ask(port, "GET", path, HOST, source=source, timeout=timeout)
    for _ in range(5):
        # A correction changes the title, and with it the address: on the way there it may change once more.
        if not (answer and answer.status in (301, 302, 303, 308) and answer.location.startswith("/")):
            break
        answer = ask(port, "GET", answer.location, HOST, source=source, timeout=timeout)
    return answer


def shown(answer, work):
    """The edition a page shows, and what is wrong with it (None: all of it is there)."""
    page = html.unescape(answer.text)
    main = re.search(rf'<main[^>]*data-id="({ID})" data-ed="(\d+)"', page)
    if not main or main[1] != work.item:
        return 0, "no article in it"
    edition = int(main[2])
    parts = {"title": work.title(edition), "lead": f"Sapo {work.number}.{edition}.", "beginning": work.marks(edition)[0], "end": work.marks(edition)[1], "page's end": "</html>"}
    missing = [name for name, text in parts.items() if text not in page]
    if picture := work.pictures.get(edition):
        missing += [] if f"/files/{picture[0]}/" in page else ["picture"]
    if missing:
        return edition, f"edition {edition} without its {', '.join(missing)}"
    others = {int(other) for number, other in re.findall(r"(?:Mở đầu|Hết bài|Sapo) (\d+)\.(\d+)\.", page[main.start():page.find("</main>")]) if int(number) == work.number} - {edition}
    return edition, f"edition {edition} mixed with {sorted(others)}" if others else None


def picture_there(port, work, edition):
    """What is wrong with an edition's picture; None when nothing is, or nobody answered."""
    if picture := work.pictures.get(edition):
        answer = visit(port, f"/files/{picture[0]}/{picture[1]}")
        if answer and answer.status < 500 and (answer.status != 200 or not answer.body.startswith(b"\x89PNG")):
            return f"edition {edition} with a picture that answers {answer.status}"
    return None
