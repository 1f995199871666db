"""A relay of TCP connections that can be cut and slowed: between clients and a portal, or between nodes and their database.

As a program: relay.py LISTEN TARGET FILE, ports of the loopback address. FILE says what it does: "pass", "cut" (every connection ends, new ones too), "slow 200"
(each piece waits so many milliseconds). It is read anew ten times a second.
"""
import pathlib, socket, sys, threading, time


class Relay:
    def __init__(self, target, port=0):
        self.target, self.mode, self.delay, self.cuts, self.open, self.gate = target, "pass", 0.0, 0, set(), threading.Lock()
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.bind(("127.0.0.1", port))
        self.listener.listen(512)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            near, caller = self.listener.accept()
            threading.Thread(target=self.carry, args=(near, caller[0]), daemon=True).start()

    def carry(self, near, source):
        if self.mode == "cut":
            return self.end(near)
        try:
            # From the caller's own address: who counts clients must not see one.
            far = socket.create_connection(("127.0.0.1", self.target), timeout=10, source_address=(source, 0))
            far.settimeout(None)
        except OSError:
            return self.end(near)
        with self.gate:
            self.open |= {near, far}
        both = [threading.Thread(target=self.pump, args=pair, daemon=True) for pair in ((near, far), (far, near))]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        with self.gate:
            self.open -= {near, far}
        near.close()
        far.close()

    def pump(self, source, sink):
        try:
            while piece := source.recv(65536):
                if self.mode == "slow":
                    time.sleep(self.delay)
                sink.sendall(piece)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            for end in (source, sink):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    @staticmethod
    def end(near):
        # Reset, not a polite end: as when a cable is pulled and the other side forgot.
        near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        near.close()

    def set(self, said):
        mode, _, number = said.strip().partition(" ")
        self.delay = float(number or 0) / 1000
        self.mode = mode or "pass"
        if mode == "cut":
            with self.gate:
                ends = list(self.open)
            self.cuts += len(ends) // 2
            for end in ends:
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass


if __name__ == "__main__":
    relay, told, said = Relay(int(sys.argv[2]), int(sys.argv[1])), pathlib.Path(sys.argv[3]), None
    while True:
        now = told.read_text() if told.exists() else "pass"
        if now != said:
            said = now
            relay.set(now)
        time.sleep(0.1)
