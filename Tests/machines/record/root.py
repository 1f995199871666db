"""The root and proofs of a log by pymerkle, from its bundles of entries.

    root.py FOLDER SIZE          prints the root in hex
    root.py FOLDER SIZE INDEX    and the hashes that lead from entry INDEX to it, in hex, one a line
"""
import pathlib
import sys

from pymerkle import InmemoryTree

folder, size = pathlib.Path(sys.argv[1]), int(sys.argv[2])
tree = InmemoryTree(algorithm="sha256", disable_security=False)
for number in range((size + 255) // 256):
    width = min(256, size - number * 256)
    path = f"{number // 1000 and f'x{number // 1000:03}/' or ''}{number % 1000:03}" + ("" if width == 256 else f".p/{width}")
    bundle = (folder / "tile/entries" / path).read_bytes()
    for _ in range(width):
        length = int.from_bytes(bundle[:2], "big")
        tree.append_entry(bundle[2:2 + length])
        bundle = bundle[2 + length:]
    assert not bundle
print(tree.get_state().hex())
if len(sys.argv) > 3:
    path = tree.prove_inclusion(int(sys.argv[3]) + 1).path
    for step in path[1:]:
        print(step.hex())
