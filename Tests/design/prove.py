#!/usr/bin/env python3
"""The public face in a real browser.

    prove.py --port PORT --portals HOST[,HOST…] [--other HOST] [--full] [PART…]

PORTALS are hosts of a running network, the main one first; every host leads to 127.0.0.1. PARTs (all by default): pairs, sweep, marks, keyboard, bare, gains,
player, sizes, trees, pictures. Prints a line for each finding; exit status 1 when there is one.
"""
import argparse
import faulthandler
import sys
import time
import traceback

import gains
import goldens
import marks
import pairs
import player
import sizes
import sweep
import trees
import walks
from stage import Stage

# Seconds after which a part is suspected to stand still, and says where.
PATIENCE = 600


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--portals", required=True)
    options.add_argument("--full", action="store_true")
    options.add_argument("parts", nargs="*")
    given = options.parse_args()
    hosts = given.portals.split(",")
    findings = []

    def find(what):
        if what not in findings:
            findings.append(what)
            print("FINDING " + what, flush=True)

    with Stage(given.port, find) as stage:
        parts = {
            "pairs": lambda: pairs.prove(find),
            "sweep": lambda: sweep.prove(stage, hosts, given.full),
            "marks": lambda: marks.prove(stage, hosts, given.full),
            "keyboard": lambda: walks.keyboard(stage, hosts[0], hosts[-1]),
            "bare": lambda: walks.bare(stage, hosts[0]),
            "gains": lambda: gains.prove(stage, hosts[0]),
            "player": lambda: player.prove(stage, hosts),
            "sizes": lambda: sizes.prove(stage, hosts),
            "trees": lambda: trees.prove(stage, hosts[0]),
            "pictures": lambda: goldens.prove(stage, hosts, given.full),
        }
        for name in given.parts or parts:
            began = time.monotonic()
            # Playwright waits for a page's script without end; whoever ends this then reads where it stood.
            faulthandler.dump_traceback_later(PATIENCE, exit=False)
            try:
                said = parts[name]()
            except Exception as fault:  # A part that breaks off is a finding, and the others still run.
                line = next((frame.lineno for frame in reversed(traceback.extract_tb(fault.__traceback__)) if "Tests/design" in frame.filename), 0)
                find(f"{name} broke off in line {line}: {type(fault).__name__}: {str(fault)[:600]}")
                said = "broke off"
            faulthandler.cancel_dump_traceback_later()
            print(f"{name}: {said or 'done'} in {time.monotonic() - began:.1f} s", flush=True)
    print(f"{len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
