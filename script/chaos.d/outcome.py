"""What a newsroom or a cluster came to, in one line: outcome.py NAME FILE."""
import json, sys

try:
    found = json.load(open(sys.argv[2]))
except ValueError:
    sys.exit(f"{sys.argv[1]}: came to no result")


def listed(of):
    return ", ".join(f"{name} {number}" for name, number in sorted(of.items()))


print(f"{sys.argv[1]}: {found['seconds']} s; faults: {listed(found['faults'])}; acknowledged: {listed(found['acknowledged'])}; "
      f"held against what is there: {listed(found['reconciled'])}; {found['wrong']} wrong; record {found['record']}")
