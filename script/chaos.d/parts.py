"""The parts of script/cluster, and what is done to them."""
import os, pathlib, signal, subprocess, sys, threading, time

from alone import FAKETIME, children, fill
from web import ask


class Cluster:
    #: Who leads is killed more often than others: that is the failover.
    FAULTS = {"leader": 6, "pg": 2, "node": 3, "etcd": 2, "haproxy": 1, "signer": 1, "stall": 1, "freeze": 1, "cut": 1, "slow": 1, "disk": 1, "clock": 1}
    NODES = ("node1", "node2", "node3")

    def __init__(self, home, port, nodes, wal=None):
        self.home, self.port, self.nodes, self.wal, self.skewed = pathlib.Path(home), port, dict(zip(self.NODES, nodes)), wal and pathlib.Path(wal), False
        # Which start of a door one sees: 0 while it is down, another number after each start.
        self.starts = {name: 1 for name in (*self.NODES, "haproxy")}
        self.back, self.filling, self.hit = [], None, ""

    def tell(self, *words, **more):
        return subprocess.run(["script/cluster", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **more}).stdout

    def state(self):
        return dict(line.split(None, 1) for line in self.tell("status").splitlines() if len(line.split(None, 1)) == 2)

    def leader(self):
        return next((name for name, what in self.state().items() if what.startswith(("master", "primary"))), "pg1")

    def is_up(self, name):
        return self.starts[name]

    def down(self, name):
        if name in self.starts:
            self.starts[name] = 0

    def again(self, name):
        """The door may be asked once more; it has to show its pages anew before they are counted."""
        if name in self.starts:
            self.starts[name] = time.monotonic_ns()

    def possible(self, fault):
        if fault == "disk" and not self.wal:
            return "no small file systems may be mounted for PostgreSQL's log"
        if fault == "clock" and not FAKETIME:
            return "libfaketime is not installed"
        return None

    # What is done. Each returns at once; `mend` brings back what is missing once the others go on.

    def fault(self, world, name):
        self.hit = ""
        getattr(self, "do_" + name, lambda world: self.kill(self.leader()))(world)

    def kill(self, part):
        self.hit = part
        self.down(part)
        self.tell("kill", part)
        self.back = [part]

    def one_of(self, world, kind):
        return f"{kind}{world.choose.randrange(1, 4)}"

    def do_pg(self, world):
        self.kill(self.one_of(world, "pg"))

    def do_node(self, world):
        self.kill(self.one_of(world, "node"))

    def do_etcd(self, world):
        self.kill(self.one_of(world, "etcd"))

    def do_haproxy(self, world):
        """Somebody who watches over it starts it again at once."""
        self.kill("haproxy")
        self.mend(world)

    def do_signer(self, world):
        self.kill("signer")
        time.sleep(3 * world.choose.random())
        self.mend(world)

    def pids(self, part):
        pid = int((self.home / f"{part}.pid").read_text())
        found = [pid, *children(pid)]
        postmaster = self.home / part / "data" / "postmaster.pid"
        if part.startswith("pg") and postmaster.exists():
            main = int(postmaster.read_text().split()[0])
            found += [main, *children(main)]
        return sorted(set(found))

    def hold(self, part, seconds):
        """A part stands still, as a machine does that swaps or whose disk hangs, and goes on later as if nothing had been."""
        self.hit = part
        self.down(part)
        held = self.pids(part)
        for pid in held:
            try:
                os.kill(pid, signal.SIGSTOP)
            except ProcessLookupError:
                pass

        def go_on():
            time.sleep(seconds)
            for pid in held:
                try:
                    os.kill(pid, signal.SIGCONT)
                except ProcessLookupError:
                    pass
            self.again(part)
        self.filling = threading.Thread(target=go_on)
        self.filling.start()

    def do_stall(self, world):
        self.hold(self.leader(), 30)

    def do_freeze(self, world):
        self.hold(self.one_of(world, "node"), 3 + 5 * world.choose.random())

    def do_cut(self, world):
        """Between nodes and their database, and between clients and the portal."""
        for _ in range(world.choose.randrange(1, 4)):
            for set_to in ("cut", "pass"):
                (self.home / "relay.do").write_text(set_to)
                world.relay.set(set_to)
                time.sleep(0.3 + world.choose.random())

    def do_slow(self, world):
        said = f"slow {world.choose.randrange(20, 100)}"
        (self.home / "relay.do").write_text(said)
        world.relay.set(said)
        time.sleep(5)
        (self.home / "relay.do").write_text("pass")
        world.relay.set("pass")

    def do_disk(self, world):
        """No room for the log of the PostgreSQL that leads."""
        self.hit = self.leader()
        self.filling = threading.Thread(target=fill, args=(self.wal / self.hit / "filler", 25))
        self.filling.start()
        time.sleep(1)
        # It keeps pieces of its log for later: those are used up.
        for _ in range(12):
            self.sql("SELECT pg_switch_wal()")
            time.sleep(0.3)

    def sql(self, text):
        port = dict(line.split() for line in (self.home / "ports").read_text().splitlines())["haproxy:write"]
        subprocess.run(["psql", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-d", "caunoi", "--no-psqlrc", "-Atc", text], stdin=subprocess.DEVNULL, capture_output=True,
                       timeout=30, env={**os.environ, "PGPASSWORD": (self.home / "password").read_text().strip(), "PGCONNECT_TIMEOUT": "3"})

    def do_clock(self, world):
        """A node is killed and comes back with a wrong clock; the next time with the right one."""
        self.kill("node3")
        self.skewed = not self.skewed
        world.largest_skew = 120
        self.mend(world, CLUSTER_SKEW=f"node3 {world.choose.choice('+-')}{world.choose.randrange(20, 110)}s" if self.skewed else "")

    def mend(self, world, **more):
        """What is missing comes back when the others go on without it; then all must be well again."""
        for part in self.back:
            until = time.monotonic() + 120
            while part != "haproxy" and not self.others_ready(part):
                if time.monotonic() > until:
                    world.wrong(f"the nodes are not ready two minutes after {part} was killed")
                    break
                time.sleep(0.3)
            self.tell("start", part, **more)
            self.again(part)
        self.back = []
        if self.filling:
            self.filling.join()
            self.filling = None
        until = time.monotonic() + 180
        while not self.is_whole():
            if time.monotonic() > until:
                world.wrong(f"the cluster is not whole three minutes after: {self.state()}")
                return
            time.sleep(0.3)

    def others_ready(self, part):
        state = self.state()
        return all(state.get(name) == "200" for name in self.NODES if name != part)

    def is_whole(self):
        state = self.state()
        roles = [state.get(name, "") for name in ("pg1", "pg2", "pg3")]
        return (sum(role.startswith(("master running", "primary running")) for role in roles) == 1
                and sum(role.startswith("replica") and role.endswith(("running", "streaming")) for role in roles) == 2
                and any("synchronous" in role for role in roles) and all(state.get(name) == "200" for name in self.NODES))

    def wait(self):
        for _ in range(1200):
            if (answer := ask(self.port, "GET", "/", "anson.localhost")) and answer.status == 200:
                return
            time.sleep(0.1)
        sys.exit("the cluster does not answer")
