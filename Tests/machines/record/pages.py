"""Runs docs/verifying/verify.py over many saved proofs.

    pages.py VERIFY CASES        VERIFY: path of verify.py; CASES: JSON {"policy": text, "cases": [{"proof", "text": base64, "salt", "id", "edition"}]}

Prints one line for each case: "ok", or what is wrong.
"""
import base64
import importlib.util
import json
import sys

specification = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(specification)
sys.dont_write_bytecode = True
specification.loader.exec_module(verify)
given = json.load(open(sys.argv[2]))
trusted = verify.policy(given["policy"])
for case in given["cases"]:
    try:
        page = base64.b64decode(case["text"]), bytes.fromhex(case["salt"]), case["id"], case["edition"]
        verify.verify(base64.b64decode(case["proof"]), *trusted, page)
        print("ok")
    except (verify.Refused, ValueError, KeyError) as error:
        print("refused:", " ".join(str(error).split()))
