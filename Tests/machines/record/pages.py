"""Runs docs/verifying/verify.py over many saved proofs.

    pages.py VERIFY CASES        VERIFY: path of verify.py; CASES: JSON {"policy": text, "cases": [{"proof", "text": base64, "salt", "id", "edition"}]}
                            or {"policy": text, "pages": [{"page": base64, "proof": base64}]}

Prints one line for each case: "ok", or what is wrong.
"""
import base64
import importlib.util
import json
import pathlib
import sys

specification = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(specification)
sys.dont_write_bytecode = True
specification.loader.exec_module(verify)
given = json.load(open(sys.argv[2]))
trusted = verify.policy(given["policy"])
hosts = {line.split()[2] for line in given["policy"].split("\n") if line.startswith("# host ")}
words = json.loads(pathlib.Path(sys.argv[1]).with_name("words.json").read_text())
for case in given.get("pages", []):
    try:
        notes = verify.check_page(base64.b64decode(case["page"]), base64.b64decode(case["proof"]), trusted, hosts, words)["notes"]
        print("partly" if any(note.startswith("partly") for note in notes) else "ok")
    except (verify.Refused, ValueError, KeyError) as error:
        print("refused:", " ".join(str(error).split()))
for case in given.get("cases", []):
    try:
        page = base64.b64decode(case["text"]), bytes.fromhex(case["salt"]), case["id"], case["edition"]
        verify.verify(base64.b64decode(case["proof"]), *trusted, page)
        print("ok")
    except (verify.Refused, ValueError, KeyError) as error:
        print("refused:", " ".join(str(error).split()))
