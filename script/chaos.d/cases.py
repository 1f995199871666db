"""People who send letters while the portal is killed under them, and who then ask after every receipt they were shown.

Every client writes from an address of its own (127.x.y.z), as people do. A letter whose answer was lost is sent again with the same form, as an impatient
finger does: in the end every form must be one case, every receipt that was shown must open it, no two forms may have the same, and the case must name the
deadline that the receipt named, all the way through.
"""
import random, sys, threading, time

from alone import Alone
from letters import FORM, Letter

program, port, rounds, clients, seed, log, *where = sys.argv[1:]
port, rounds, clients = int(port), int(rounds), int(clients)
choose = random.Random(int(seed))
gate = threading.Lock()


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


def send(letter):
    letter.send(port)


letters, kills, number, again, wrong, lost, clocks = [], 0, 0, 0, [], [], []
server = Alone(program, port, where, log, ["--worker", "none"])
server.start(FORM)
for round in range(rounds):
    fresh, tickets = [], []

    def draw(_):
        if ticket := Letter.draw(port):
            tickets.append(ticket)

    for thread in at_once(draw, range(clients)):
        thread.join()
    for ticket in tickets:
        number += 1
        fresh.append(Letter(ticket, number))
    # Sooner than a person can type, no form is taken.
    time.sleep(2.2)
    workers = at_once(send, fresh)
    # In the middle of them, wherever that is on this machine.
    enough, until = choose.random() * 0.8 * len(fresh), time.monotonic() + 20
    while sum(bool(letter.receipts) for letter in fresh) < enough and time.monotonic() < until:
        time.sleep(0.002)
    server.kill()
    kills += 1
    for thread in workers:
        thread.join()
    letters += fresh
    server.start(FORM)
    # Those who saw nothing send again: nobody knows whether the first one came in.
    unseen = [letter for letter in fresh if not letter.receipts]
    again += len(unseen)
    for thread in at_once(send, unseen):
        thread.join()
    # And some who have a receipt already.
    for thread in at_once(send, [letter for letter in fresh if letter.number % 10 == 0]):
        thread.join()

for letter in letters:
    if letter.refused:
        wrong.append(f"letter {letter.number} was refused: {letter.refused}")
    if len(letter.receipts) != 1:
        wrong.append(f"letter {letter.number} has {len(letter.receipts)} receipts")


def look(letter):
    if said := letter.look(port):
        lost.append(said)
    elif said := letter.clock():
        clocks.append(said)


for thread in at_once(look, letters):
    thread.join()
server.stop()
codes = [code for letter in letters for code, _ in letter.receipts]
for line in (wrong + lost + clocks)[:20]:
    print(line, file=sys.stderr)
print(f"{kills} {len(letters)} {len(lost)} {len(wrong)} {len(codes) - len(set(codes))} {again} {len(clocks)}")
