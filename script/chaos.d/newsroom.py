"""Editors, readers and people with letters, while the portal under them is killed again and again: newsroom.py PROGRAM PORT OPTIONS… (see script/chaos newsroom).

Standard output gets one line of JSON; the table and what is wrong go to standard error.
"""
import argparse, json, signal, subprocess, sys, time

import reconcile
from alone import Alone
from editors import Editor
from letters import Writer
from readers import Probe, Reader
from web import Session
from world import World

# Who writes and who approves; nobody approves their own.
PAIRS = [("bien-tap-1", "truong-ban"), ("thu-ky-1", "truong-ban"), ("bien-tap-1", "pho-ban-1"), ("thu-ky-1", "pho-ban-1")]
PASSWORD = "cầu nối minh họa"


def sign_in(world, program, options):
    def code(person):
        return subprocess.run([program, "user", "code", person, *options], stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout.strip()
    sessions = {person: Session(world, person, PASSWORD, code) for pair in PAIRS for person in pair}
    for session in sessions.values():
        if not session.sign_in():
            sys.exit(f"{session.person} cannot sign in")
    return sessions


def crowd(world, sessions, editors, readers, writers):
    people = [Editor(world, n, *(sessions[person] for person in PAIRS[n % len(PAIRS)])) for n in range(editors)]
    return people, [Reader(world, n) for n in range(readers)], [Writer(world, n + 1) for n in range(writers)]


def probe(world, session):
    """A draft that is kept in hand again and again."""
    answer = session.post("/desk/cong/anson/bai/moi", {"tieu-de": "Bản nháp giữ nhịp", "loai": "news", "chuyen-muc": "tin-tuc"})
    return Probe(world, session, answer.location.removesuffix("/sua"))


def command(program, *words):
    result = subprocess.run([program, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return result.returncode, (result.stdout + result.stderr).strip()


def settle(world, *groups):
    """Everybody ends what they have in hand; who does not within two minutes is said."""
    world.stopping.set()
    until = time.monotonic() + 180
    for thread in (thread for group in groups for thread in group):
        thread.join(max(0, until - time.monotonic()))
        if thread.is_alive():
            world.wrong(f"{type(thread).__name__} {getattr(thread, 'number', '')} does not come to an end")


def result(world, faults, resumed, checked, began, cached=(), more=None):
    return {
        "seconds": round(time.monotonic() - began), "faults": faults, "acknowledged": world.acknowledged, "reconciled": checked, "counts": world.counts,
        "longest": {name: round(value, 2) for name, value in world.longest.items()},
        "without_writes_s": {name: {"times": len(values), "median": round(sorted(values)[len(values) // 2], 2), "longest": round(max(values), 2)} for name, values in resumed.items() if values},
        "cached": {reader.name: {"asked": reader.asked, "failed": len(reader.failed), "slowest_s": round(reader.slowest, 2)} for reader in cached},
        "wrong": len(world.wrongs), "examples": world.wrongs[:30], **(more or {}),
    }


def table(found):
    lines = [f"{'fault':14}{'times':>7}{'without writes, median':>28}{'longest':>10}"]
    for name, times in sorted(found["faults"].items()):
        said = found["without_writes_s"].get(name)
        lines.append(f"{name:14}{times:>7}" + (f"{said['median']:>26.2f} s{said['longest']:>8.2f} s" if said else ""))
    for title in ("acknowledged", "reconciled", "counts", "longest", "cached"):
        lines += [f"{title:14} {name}: {value}" for name, value in sorted(found[title].items())]
    return "\n".join(lines + [f"wrong: {found['wrong']}"] + ["  " + text for text in found["examples"]])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("port", type=int)
    for name, default in (("rounds", 20), ("seed", 1), ("editors", 6), ("readers", 3), ("writers", 3)):
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("--faults", default=",".join(Alone.FAULTS))
    parser.add_argument("--log", required=True)
    parser.add_argument("--small", action="store_true", help="the data folder is a small file system")
    told, where = parser.parse_known_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("told to end"))
    began = time.monotonic()
    server = Alone(told.program, told.port, where, told.log)
    world = World(told.port, told.seed)
    server.options = ["--public-port", str(world.port)]
    chosen = told.faults.split(",")
    if unknown := set(chosen) - set(Alone.FAULTS):
        sys.exit(f"no fault is called {', '.join(unknown)}; there are: {', '.join(Alone.FAULTS)}")
    left_out = {fault: why for fault in chosen if (why := server.possible(fault, told.small))}
    weights = {fault: Alone.FAULTS[fault] for fault in chosen if fault not in left_out}
    if not weights:
        sys.exit("; ".join(f"{fault}: {why}" for fault, why in left_out.items()))
    server.start()
    try:
        found = run(told, where, server, world, weights, began)
    finally:
        server.stop()
    found["left_out"] = left_out
    # The whole record, and what the program says of itself.
    for name, words in (("record", ("log", "verify")), ("doctor", ("doctor",))):
        status, text = command(told.program, *words, *where)
        found[name] = "sound" if status == 0 else text[-600:]
        found["wrong"] += status != 0
    print(table(found) + f"\nrecord: {found['record']}\ndoctor: {found['doctor']}" + "".join(f"\nleft out: {fault} ({why})" for fault, why in left_out.items()), file=sys.stderr)
    print(json.dumps(found, ensure_ascii=False))
    sys.exit(found["wrong"] > 0 or not found["acknowledged"])


def run(told, where, server, world, weights, began):
    world.up.set()
    sessions = sign_in(world, told.program, where)
    editors, readers, writers = crowd(world, sessions, told.editors, told.readers, told.writers)
    pulse = probe(world, sessions["thu-ky-1"])
    for thread in (*editors, *readers, *writers, pulse):
        thread.start()
    faults, resumed, first = {}, {}, True
    for number in range(told.rounds):
        # Somewhere in the work: after a moment of any length, the first time when everybody has begun.
        time.sleep(3 if first else 1.5 * world.choose.random())
        first = False
        fault = world.choose.choices(list(weights), list(weights.values()))[0]
        world.now_doing = f"round {number + 1}, {fault}"
        moment = time.monotonic()
        server.fault(world, fault)
        faults[fault] = faults.get(fault, 0) + 1
        if not pulse.goes_on(60):
            world.wrong("nothing could be written for a minute")
        else:
            resumed.setdefault(fault, []).append(pulse.gap(moment))
        if (number + 1) % 50 == 0:
            print(f"==> round {number + 1}: {world.total()} acknowledged, {len(world.wrongs)} wrong", file=sys.stderr)
    if server.skew:
        server.do_clock(world)
    world.now_doing = "at the end"
    settle(world, editors, writers, readers, [pulse])
    world.stopping.clear()
    checked = {"articles": reconcile.articles(world, editors), "uploads": reconcile.uploads(world, editors),
               "letters": reconcile.letters(world, writers, getattr(world, "largest_skew", 0) and 2 * world.largest_skew)}
    reconcile.lists(world)
    return result(world, faults, resumed, checked, began)


if __name__ == "__main__":
    main()
