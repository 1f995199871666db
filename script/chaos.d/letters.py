"""Letters to the portal: sent again where nobody answered, and their receipts, which must open one case with one deadline."""
import datetime, random, re, threading, time

from web import address, ask

HOST, FORM = "anson.localhost", "/hoi-dap/gui"
# Each letter says something else: many of the same text are slowed, as they should be.
WORDS = ("ao bàn cầu dân đèn ghế hồ ruộng khói lúa mương nắng ong phố quán rác sân tàu vườn xóm yên chợ đê gạch hẻm kênh làng mái nhà ống phà "
         "quạt rừng sông thuyền ủng vỉa xe chùa trường bến cống đò giếng hầm kho lò máy nước ổ pin rạp suối trạm vòi bãi cây đường").split()
MOMENT = re.compile(r"\d{1,2}/\d{1,2}/\d{4}(?:[ ,]+\d{1,2}[:h]\d{2})?|\d{1,2}[:h]\d{2}[ ,]+(?:ngày )?\d{1,2}/\d{1,2}/\d{4}")
HANOI = datetime.timezone(datetime.timedelta(hours=7))


def receipt(page):
    found = re.findall(r'class="receipt-code">([^<]+)<', page)
    return (found[0], found[1]) if len(found) == 2 else None


def moments(text):
    """Every day (and minute) a text names, the same however it is written."""
    found = set()
    for moment in MOMENT.findall(text):
        day = re.search(r"(\d{1,2})/(\d{1,2})/(\d{4})", moment)
        clock = re.search(r"(\d{1,2})[:h](\d{2})", moment)
        found.add((*(int(part) for part in day.groups()), *((int(part) for part in clock.groups()) if clock else ())))
    return found


def facts(page):
    """What a receipt names after its two codes: title, when it came in, by when it is answered."""
    return [re.sub("<[^>]+>", "", value).strip() for value in re.findall(r"<dd>(.*?)</dd>", page, re.S)]


class Letter:
    def __init__(self, ticket, number, source=None):
        self.source, self.number, self.drawn, self.receipts, self.refused = source or address(), number, time.monotonic(), set(), None
        self.dues, self.received, self.sent = set(), set(), []
        self.form = {
            "_": ticket, "name": f"Người gửi {number}", "phone": f"09{10000000 + number}", "title": f"Nước yếu ở tổ {number}",
            "text": f"Thư số {number}: " + " ".join(random.Random(number).choices(WORDS, k=60)) + ".", "dong-y": "1",
        }

    @staticmethod
    def draw(port):
        answer = ask(port, "GET", FORM, HOST, source=address())
        ticket = answer and re.search(r'name="_" value="([0-9a-f]{80})"', answer.text)
        return ticket and ticket[1]

    def send(self, port):
        answer = ask(port, "POST", FORM, HOST, form=self.form, source=self.source)
        if answer is None:
            self.sent.append(time.time())
            return
        self.sent += [answer.began, answer.ended]
        if shown := receipt(answer.text):
            self.receipts.add(shown)
            named = facts(answer.text)
            if len(named) >= 2:
                self.received.add(named[1])
            self.dues.add(named[2] if len(named) >= 3 else "")
        elif answer.status < 500:
            self.refused = repr(answer)

    def look(self, port):
        """None when the case is there as its receipt said, else what is wrong."""
        for code, pin in self.receipts:
            answer = ask(port, "POST", "/tra-cuu", HOST, form={"ma": code, "bi-mat": pin}, source=self.source)
            if not answer or answer.status != 200 or f"Nước yếu ở tổ {self.number}<" not in answer.text:
                return f"letter {self.number}, {code}: {answer}"
            standing = re.search(r'class="standfirst">(.*?)</p>', answer.text, re.S)
            self.seen = re.sub("<[^>]+>", "", standing[1]).strip() if standing else ""
        return None

    def clock(self, skew=0):
        """What is wrong with the case's clock, as the receipts and the page named it; None when nothing is."""
        if len(self.dues) != 1:
            return f"letter {self.number}: its receipts name {len(self.dues)} deadlines: {sorted(self.dues)}"
        due = moments(min(self.dues))
        if due != moments(getattr(self, "seen", "")):
            return f"letter {self.number}: the receipt says '{min(self.dues)}', its case '{getattr(self, 'seen', '')}'"
        first, last = min(self.sent) - skew - 60, max(self.sent) + skew
        span = {self.minute(first + step) for step in range(0, int(last - first) + 61, 30)}
        for came in self.received:
            named = moments(came)
            if any(len(moment) == 5 and moment not in span for moment in named):
                return f"letter {self.number}: came in at '{came}', which is not when it was sent"
        return None

    @staticmethod
    def minute(at):
        then = datetime.datetime.fromtimestamp(at, HANOI)
        return then.day, then.month, then.year, then.hour, then.minute


class Writer(threading.Thread):
    """Somebody who sends one letter after the other, each until a receipt came; some are sent once more although it did."""

    def __init__(self, world, number):
        super().__init__(daemon=True)
        self.world, self.number, self.letters, self.count = world, number, [], 0

    def run(self):
        while not self.world.stopping.is_set():
            ticket = Letter.draw(self.world.port)
            if not ticket:
                self.world.wait_ready()
                continue
            self.count += 1
            letter = Letter(ticket, self.number * 10000 + self.count)
            # Sooner than a person can type, no form is taken.
            time.sleep(2.2 + random.random())
            self.letters.append(letter)
            while not letter.receipts and not letter.refused:
                letter.send(self.world.port)
                if not letter.receipts and not letter.refused:
                    self.world.count("letters sent again")
                    self.world.wait_ready()
            if letter.receipts:
                self.world.noted("letter")
            if self.count % 10 == 0:
                letter.send(self.world.port)
