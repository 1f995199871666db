"""What everybody in such a test shares: where the portal is, whether it is up, and what was found wrong."""
import random, threading, time

from articles import Book
from relay import Relay


class World:
    source = "127.0.0.1"

    def __init__(self, port, seed, pause=0.05):
        """`pause`: how long nobody asks again where somebody was refused or not answered, in seconds."""
        # Clients speak to a relay: so their connections can be cut and slowed.
        self.relay = Relay(port)
        self.pause = pause
        self.port, self.seed, self.book, self.choose = self.relay.port, seed, Book(), random.Random(seed)
        self.stopping, self.up, self.gate = threading.Event(), threading.Event(), threading.Lock()
        self.wrongs, self.counts, self.acknowledged, self.longest, self.now_doing = [], {}, {}, {}, "before the first fault"

    def wait_ready(self):
        """Until the portal is said to be up; a moment at least, so that nobody asks without a pause."""
        time.sleep(self.pause)
        self.up.wait(300)

    def wrong(self, text):
        with self.gate:
            self.wrongs.append(f"{text} ({self.now_doing})")

    def count(self, name, n=1):
        with self.gate:
            self.counts[name] = self.counts.get(name, 0) + n

    def noted(self, act):
        with self.gate:
            self.acknowledged[act] = self.acknowledged.get(act, 0) + 1

    def late(self, name, seconds):
        with self.gate:
            self.longest[name] = max(self.longest.get(name, 0), seconds)

    def total(self):
        with self.gate:
            return sum(self.acknowledged.values())
