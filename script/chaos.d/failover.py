"""The same newsroom on a whole cluster, parts of which fail: failover.py PROGRAM HAPROXY-PORT HOME 'NODE PORTS' OPTIONS… (see script/chaos cluster)."""
import argparse, json, re, signal, sys, time

import reconcile
from articles import visit
from newsroom import PAIRS, command, crowd, probe, result, settle, sign_in, table
from parts import Cluster
from readers import CachedReader
from world import World


def finished_pages(world):
    """Some of the demo's articles: pages that no publication of these editors changes the text of."""
    page = visit(world.port, "/", world.source)
    return sorted(set(re.findall(r'href="(/[a-z0-9-]+/[a-z0-9-]+-[0-9a-z]{13})"', page.text)))[:6]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("port", type=int)
    parser.add_argument("home")
    parser.add_argument("nodes")
    for name, default in (("rounds", 20), ("seed", 1), ("editors", 6), ("readers", 3), ("writers", 6)):
        parser.add_argument("--" + name, type=int, default=default)
    parser.add_argument("--faults", default=",".join(Cluster.FAULTS))
    parser.add_argument("--wal")
    told, where = parser.parse_known_args()
    began = time.monotonic()
    cluster = Cluster(told.home, told.port, [int(port) for port in told.nodes.split()], told.wal)
    # Nobody is told when its database is away: who is refused asks again a little later.
    world = World(told.port, told.seed, pause=0.7)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("told to end"))
    chosen = told.faults.split(",")
    if unknown := set(chosen) - set(Cluster.FAULTS):
        sys.exit(f"no fault is called {', '.join(unknown)}; there are: {', '.join(Cluster.FAULTS)}")
    left_out = {fault: why for fault in chosen if (why := cluster.possible(fault))}
    weights = {fault: Cluster.FAULTS[fault] for fault in chosen if fault not in left_out}
    if not weights:
        sys.exit("; ".join(f"{fault}: {why}" for fault, why in left_out.items()))
    cluster.wait()
    world.up.set()
    sessions = sign_in(world, told.program, where)
    pages = finished_pages(world)
    doors = [CachedReader(world, name, port, pages, cluster.is_up) for name, port in (*cluster.nodes.items(), ("haproxy", told.port))]
    editors, readers, writers = crowd(world, sessions, told.editors, told.readers, told.writers)
    pulse = probe(world, sessions[PAIRS[1][0]])
    for thread in (*doors, *editors, *readers, *writers, pulse):
        thread.start()
    time.sleep(5)
    faults, resumed = {}, {}
    for number in range(told.rounds):
        time.sleep(2 * world.choose.random())
        fault = world.choose.choices(list(weights), list(weights.values()))[0]
        world.now_doing = f"round {number + 1}, {fault}"
        moment = time.monotonic()
        cluster.fault(world, fault)
        faults[fault] = faults.get(fault, 0) + 1
        if not pulse.goes_on():
            world.wrong("nothing could be written for three minutes")
        cluster.mend(world)
        pulse.goes_on()
        resumed.setdefault(fault, []).append(gap := pulse.gap(moment))
        if gap > 30:
            world.wrong(f"writes resumed after {gap:.1f} s")
        print(f"==> round {number + 1}, {fault} {cluster.hit}: {gap:.2f} s without writes", file=sys.stderr)
    if cluster.skewed:
        cluster.do_clock(world)
    world.now_doing = "at the end"
    settle(world, editors, writers, readers, doors, [pulse])
    world.stopping.clear()
    checked = {"articles": reconcile.articles(world, editors), "uploads": reconcile.uploads(world, editors),
               "letters": reconcile.letters(world, writers, 2 * getattr(world, "largest_skew", 0))}
    reconcile.lists(world)
    for door in doors:
        for text in door.failed:
            world.wrongs.append("a finished page was refused: " + text)
        if not door.asked:
            world.wrongs.append(f"{door.name} was never asked for a finished page")
    found = result(world, faults, resumed, checked, began, doors, {"left_out": left_out})
    for name, words in (("record", ("log", "verify")), ("doctor", ("doctor",))):
        status, text = command(told.program, *words, *where)
        found[name] = "sound" if status == 0 else text[-600:]
        found["wrong"] += status != 0
    print(table(found) + f"\nrecord: {found['record']}\ndoctor: {found['doctor']}" + "".join(f"\nleft out: {fault} ({why})" for fault, why in left_out.items()), file=sys.stderr)
    print(json.dumps(found, ensure_ascii=False))
    sys.exit(found["wrong"] > 0 or not found["acknowledged"])


if __name__ == "__main__":
    main()
