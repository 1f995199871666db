"""One portal with its own signer and media worker, and what is done to it."""
import os, pathlib, signal, subprocess, sys, time

from web import ask

FAKETIME = next((str(path) for path in pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), None)


def children(pid):
    """Every process below one, the nearest first."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text()
        except OSError:
            continue
        if int(text.rsplit(")", 1)[1].split()[1]) == pid:
            found.append(int(text.split()[0]))
    return found + [below for child in found for below in children(child)]


def fill(path, seconds):
    """Takes the room that is left, down to the last page, and whatever becomes free for so long; then gives it back."""
    until = time.monotonic() + seconds
    try:
        with open(path, "ab", buffering=0) as file:
            while time.monotonic() < until:
                for piece in (1 << 20, 4096):
                    try:
                        while time.monotonic() < until:
                            file.write(b"\0" * piece)
                    except OSError:
                        continue
                time.sleep(0.02)
    finally:
        path.unlink(missing_ok=True)


class Alone:
    FAULTS = {"kill": 8, "signer": 1, "worker": 1, "stall": 1, "cut": 1, "slow": 1, "disk": 1, "clock": 1}

    def __init__(self, program, port, where, log, options=()):
        self.program, self.port, self.where, self.log, self.options, self.server, self.skew = program, port, where, log, options, None, ""
        self.folder = pathlib.Path(where[where.index("--data") + 1])

    def start(self, path="/"):
        # A crash must be seen as one at once; writing down where it was takes minutes.
        environment = {"SWIFT_BACKTRACE": "enable=no", **os.environ}
        if self.skew:
            environment |= {"LD_PRELOAD": FAKETIME, "FAKETIME": self.skew, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        began = time.monotonic()
        with open(self.log, "a") as out:
            self.server = subprocess.Popen(
                # The library changes the environment of the first program it is loaded into, and a Swift program then finds no arguments: `env` goes before it.
                [*(["env"] if self.skew else []), self.program, "serve", "--listen", f"127.0.0.1:{self.port}", "--admin", f"127.0.0.1:{self.port + 1}", "--speech", "false", "--watch", "false",
                 "--client-rate", "0", "--flood-portal", "0", "--flood-range", "0", "--flood-node", "0", "--log-level", "error", *self.options, *self.where],
                stdout=out, stderr=out, stdin=subprocess.DEVNULL, env=environment)
        while time.monotonic() < began + 120:
            if self.server.poll() is not None:
                sys.exit(f"the server ended by itself; see {self.log}")
            if (answer := ask(self.port, "GET", path, "anson.localhost")) and answer.status == 200:
                return time.monotonic() - began
            time.sleep(0.02)
        sys.exit(f"the server does not answer; see {self.log}")

    def kill(self):
        """SIGKILL; returns those of its children that are still there a second later."""
        below = children(self.server.pid)
        self.server.send_signal(signal.SIGKILL)
        self.server.wait()
        until = time.monotonic() + 1
        while (left := [pid for pid in below if self.alive(pid)]) and time.monotonic() < until:
            time.sleep(0.02)
        return left

    @staticmethod
    def alive(pid):
        try:
            return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    def stop(self):
        if self.server:
            self.server.send_signal(signal.SIGTERM)
            try:
                self.server.wait(30)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()

    def child(self, what):
        """The process of a child: `signer` or `worker`."""
        for pid in children(self.server.pid):
            try:
                words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if what.encode() in words[:3]:
                return pid
        return None

    def possible(self, fault, is_small):
        """Whether a fault can be brought about here, else why not."""
        if fault == "disk" and not is_small:
            return "no small file system may be mounted for the data folder"
        if fault == "clock" and not FAKETIME:
            return "libfaketime is not installed"
        return None

    # What is done. Each returns when the portal should take writes again.

    def fault(self, world, name):
        getattr(self, "do_" + name)(world)

    def do_kill(self, world):
        world.up.clear()
        if left := self.kill():
            world.count("children left behind a second after a kill", len(left))
        world.late("start after a kill", self.start())
        world.up.set()

    def do_signer(self, world):
        if pid := self.child("signer"):
            os.kill(pid, signal.SIGKILL)

    def do_worker(self, world):
        if pid := self.child("worker"):
            os.kill(pid, signal.SIGKILL)

    def do_stall(self, world):
        self.server.send_signal(signal.SIGSTOP)
        time.sleep(1 + 3 * world.choose.random())
        self.server.send_signal(signal.SIGCONT)

    def do_cut(self, world):
        for _ in range(world.choose.randrange(1, 5)):
            world.relay.set("cut")
            time.sleep(0.3 * world.choose.random())
            world.relay.set("pass")
            time.sleep(0.3 * world.choose.random())

    def do_slow(self, world):
        world.relay.set(f"slow {world.choose.randrange(50, 400)}")
        time.sleep(3)
        world.relay.set("pass")

    def do_disk(self, world):
        fill(self.folder / "filler", 2 + 3 * world.choose.random())
        if self.server.poll() is not None:
            world.wrong(f"the server ended by itself when its disk was full: status {self.server.returncode}")
            world.up.clear()
            self.start()
            world.up.set()

    def do_clock(self, world):
        """Killed, and started on a machine whose clock is wrong: ahead or behind; the next time it is right again, which is another jump."""
        self.skew = "" if self.skew else f"{world.choose.choice(['+', '-'])}{world.choose.randrange(20, 110)}s"
        world.largest_skew = 120
        self.do_kill(world)
