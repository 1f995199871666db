"""People who send letters while the portal is killed under them, and who then ask after every receipt they were shown.

Every client writes from an address of its own (127.x.y.z), as people do. A letter whose answer was lost is sent again with the same form, as an impatient
finger does: in the end every form must be one case, every receipt that was shown must open it, and no two forms may have the same.
"""
import http.client, os, random, re, signal, subprocess, sys, threading, time, urllib.parse

# The program and its options, or "cluster": then parts of script/cluster are killed instead, and `port` is that of its HAProxy.
program, port, rounds, clients, seed, log, *where = sys.argv[1:]
port, rounds, clients, seed = int(port), int(rounds), int(clients), int(seed)
HOST, FORM = "anson.localhost", "/hoi-dap/gui"
choose = random.Random(seed)
number_of_addresses = 0
gate = threading.Lock()


def address():
    global number_of_addresses
    with gate:
        number_of_addresses += 1
        n = number_of_addresses
    return f"127.{1 + n // 62500 % 200}.{n // 250 % 250 + 1}.{n % 250 + 1}"


def ask(method, path, form=None, source="127.0.0.1"):
    """Status and page; None where the server is gone."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(source, 0))
    try:
        body = urllib.parse.urlencode(form) if form else None
        headers = {"Host": HOST, "User-Agent": "Mozilla/5.0 (Linux; Android 14)", "Connection": "close"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        link.request(method, path, body=body, headers=headers)
        answer = link.getresponse()
        return answer.status, answer.read().decode()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        link.close()


class Alone:
    """One portal, killed and started again."""

    def start(self):
        with open(log, "a") as out:
            self.server = subprocess.Popen(
                [program, "serve", "--listen", f"127.0.0.1:{port}", "--admin", f"127.0.0.1:{port + 1}", "--worker", "none", "--speech", "false", "--watch", "false",
                 "--client-rate", "0", "--flood-portal", "0", "--flood-range", "0", "--flood-node", "0", "--log-level", "error", *where],
                stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        for _ in range(1200):
            if self.server.poll() is not None:
                sys.exit(f"the server ended by itself; see {log}")
            if (answer := ask("GET", FORM)) and answer[0] == 200:
                return
            time.sleep(0.05)
        sys.exit(f"the server does not answer; see {log}")

    def kill(self):
        self.server.send_signal(signal.SIGKILL)
        self.server.wait()

    def stop(self):
        self.server.send_signal(signal.SIGTERM)
        self.server.wait()


class Cluster:
    """Each round another part, chosen at random; the PostgreSQL that leads more often than others."""

    PARTS = ["leader", "leader", "leader", "pg1", "pg2", "pg3", "node1", "node2", "node3", "etcd1", "etcd2", "etcd3", "haproxy"]
    killed, longest = {}, 0.0

    def tell(self, *words):
        return subprocess.run(["script/cluster", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout

    def state(self):
        return [line.split(None, 1) for line in self.tell("status").splitlines()]

    def kill(self):
        self.part = choose.choice(self.PARTS)
        if self.part == "leader":
            self.part = next((name for name, what in self.state() if what.startswith("master")), "pg1")
            self.killed["leader"] = self.killed.get("leader", 0) + 1
        else:
            self.killed[self.part] = self.killed.get(self.part, 0) + 1
        self.tell("kill", self.part)

    def start(self):
        """The part comes back when the others go on without it, as far as they can; then all must be well again."""
        began = time.monotonic()
        if part := getattr(self, "part", None):
            if part == "haproxy":
                self.tell("start", part)
            while not all(what == "200" for name, what in self.state()[-3:] if name != part):
                if time.monotonic() - began > 120:
                    sys.exit(f"the nodes are not ready two minutes after {part} was killed")
                time.sleep(0.3)
            self.longest = max(self.longest, time.monotonic() - began)
            self.tell("start", part)
        for _ in range(600):
            state = self.state()
            if sum(what.startswith(("master running", "replica")) and what.endswith("running") for _, what in state) == 3 \
                    and any("synchronous" in what for _, what in state) and [what for _, what in state[-3:]] == ["200"] * 3:
                return
            time.sleep(0.2)
        sys.exit("the cluster is not whole two minutes after a part came back")

    def stop(self):
        print("killed: " + ", ".join(f"{name} {count}" for name, count in sorted(self.killed.items()))
              + f"; longest until all nodes were ready again: {self.longest:.1f} s", file=sys.stderr)


def receipt(page):
    found = re.findall(r'class="receipt-code">([^<]+)<', page)
    return (found[0], found[1]) if len(found) == 2 else None


# Each letter says something else: many of the same text are slowed, as they should be.
WORDS = ("ao bàn cầu dân đèn ghế hồ ruộng khói lúa mương nắng ong phố quán rác sân tàu vườn xóm yên chợ đê gạch hẻm kênh làng mái nhà ống phà "
         "quạt rừng sông thuyền ủng vỉa xe chùa trường bến cống đò giếng hầm kho lò máy nước ổ pin rạp suối trạm vòi bãi cây đường").split()


class Letter:
    def __init__(self, ticket, number):
        self.source, self.number, self.drawn, self.receipts, self.refused = address(), number, time.monotonic(), set(), None
        self.form = {
            "_": ticket, "name": f"Người gửi {number}", "phone": f"09{10000000 + number}", "title": f"Nước yếu ở tổ {number}",
            "text": f"Thư số {number}: " + " ".join(random.Random(number).choices(WORDS, k=60)) + ".", "dong-y": "1",
        }

    def send(self):
        answer = ask("POST", FORM, self.form, self.source)
        if answer is None:
            return
        shown = receipt(answer[1])
        if shown:
            self.receipts.add(shown)
        elif answer[0] < 500:
            self.refused = f"{answer[0]}: " + " ".join(re.findall(r'role="alert"[^>]*>(.*?)</div>', answer[1], re.S))[:300]


def at_once(work, things):
    things = list(things)
    waiting = iter(things)

    def worker():
        while True:
            with gate:
                thing = next(waiting, None)
            if thing is None:
                return
            work(thing)

    workers = [threading.Thread(target=worker) for _ in range(min(24, max(1, len(things))))]
    for thread in workers:
        thread.start()
    return workers


letters, kills, number, again = [], 0, 0, 0
server = Cluster() if program == "cluster" else Alone()
server.start()
for round in range(rounds):
    fresh, pages = [], []

    def draw(_):
        answer = ask("GET", FORM, source=address())
        ticket = answer and re.search(r'name="_" value="([0-9a-f]{80})"', answer[1])
        if ticket:
            pages.append(ticket[1])

    for thread in at_once(draw, range(clients)):
        thread.join()
    for ticket in pages:
        number += 1
        fresh.append(Letter(ticket, number))
    # Sooner than a person can type, no form is taken.
    time.sleep(2.2)
    workers = at_once(Letter.send, fresh)
    # In the middle of them, wherever that is on this machine.
    enough, until = choose.random() * 0.8 * len(fresh), time.monotonic() + 20
    while sum(bool(letter.receipts) for letter in fresh) < enough and time.monotonic() < until:
        time.sleep(0.002)
    server.kill()
    kills += 1
    for thread in workers:
        thread.join()
    letters += fresh
    server.start()
    # Those who saw nothing send again: nobody knows whether the first one came in.
    unseen = [letter for letter in fresh if not letter.receipts]
    again += len(unseen)
    for thread in at_once(Letter.send, unseen):
        thread.join()
    # And some who have a receipt already.
    for thread in at_once(Letter.send, [letter for letter in fresh if letter.number % 10 == 0]):
        thread.join()

lost, wrong = [], []
for letter in letters:
    if letter.refused:
        wrong.append(f"letter {letter.number} was refused: {letter.refused}")
    if len(letter.receipts) != 1:
        wrong.append(f"letter {letter.number} has {len(letter.receipts)} receipts")
        continue


def look(letter):
    for code, pin in letter.receipts:
        answer = ask("POST", "/tra-cuu", {"ma": code, "bi-mat": pin}, letter.source)
        if not answer or answer[0] != 200 or f"Nước yếu ở tổ {letter.number}<" not in answer[1]:
            lost.append(f"letter {letter.number}, {code}: {answer and answer[0]}")


for thread in at_once(look, letters):
    thread.join()
server.stop()
codes = [code for letter in letters for code, _ in letter.receipts]
for line in (wrong + lost)[:20]:
    print(line, file=sys.stderr)
print(f"{kills} {len(letters)} {len(lost)} {len(wrong)} {len(codes) - len(set(codes))} {again}")
