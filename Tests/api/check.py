"""Holds the running read API against its own OpenAPI document: the document is valid, and whatever schemathesis makes of it gets an answer
that the document promises.

    check.py --port 8080 --host anson.test [--examples 30]

Leaves out two checks, each for a reason:
- `positive_data_acceptance`: a cursor of the right form that no answer gave is rightly refused, and so are parameters that exclude each other;
  OpenAPI cannot say either.
- `unsupported_method`: it sends QUERY, a method this program does not know (501, RFC 9110); methods it knows are held to 405 by the tests.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

from openapi_spec_validator import validate

CONFIGURATION = """
[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", 501, 503]

[checks.positive_data_acceptance]
enabled = false

[checks.unsupported_method]
enabled = false
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--host", required=True)
    parser.add_argument("--examples", type=int, default=30)
    options = parser.parse_args()
    base = f"http://127.0.0.1:{options.port}"
    request = urllib.request.Request(f"{base}/api/openapi.json", headers={"Host": options.host})
    with urllib.request.urlopen(request, timeout=30) as answer:
        text = answer.read()
    document = json.loads(text)
    validate(document)
    print(f"valid OpenAPI {document['openapi']} with {len(document['paths'])} paths")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        (path / "openapi.json").write_bytes(text)
        (path / "schemathesis.toml").write_text(CONFIGURATION)
        run = subprocess.run(
            [
                pathlib.Path(sys.executable).with_name("schemathesis"), "--config-file", path / "schemathesis.toml", "run", path / "openapi.json",
                "--url", base, "-H", f"Host: {options.host}", "--max-examples", str(options.examples), "--seed", "1",
                "--generation-database", "none", "--no-color", "--suppress-health-check", "all",
            ],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=240,
        )
    print(run.stdout[-6000:])
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
