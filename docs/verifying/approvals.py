#!/usr/bin/env python3
"""Checks the passkeys behind one entry of a public record, with PyPI's `webauthn` and nothing of ours.

    python3 approvals.py entry.json att.object key-entry.json...

entry.json: the entry's bytes; att.object: what `<log>/o/<att>` gives; key entries: bytes of the `key` entries that opened the keys.
That the entries stand in the log, and that no key was revoked before, is for `verify.py` and the log to show.
"""

import base64
import hashlib
import json
import sys
from urllib.parse import urlsplit

from webauthn import verify_authentication_response


def b64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def main(entry_path, object_path, *key_paths):
    raw, salted = open(entry_path, "rb").read(), open(object_path, "rb").read()
    entry, salt, bundle_bytes = json.loads(raw), salted[:32], salted[32:]
    if hashlib.sha256(b"portal-commit/v1 att\n" + salt + bundle_bytes).hexdigest() != entry["att"]:
        raise SystemExit("the object is not what the entry commits to")
    keys = {}
    for path in key_paths:
        said = json.load(open(path))
        name, _, text = said["key"].split("+", 2)
        key = base64.b64decode(text)
        mark = b"\xffwebauthn/v1\n"
        if said["part"] == "opened" and key.startswith(mark):
            keys[name] = key[len(mark):]
    own = canonical({k: v for k, v in entry.items() if k not in ("at", "by", "att")})
    used = set()
    for one in json.loads(bundle_bytes)["approvals"]:
        draft = one["draft"].encode()
        if draft != own:
            said = json.loads(draft)
            fits = said.get("op") == "approve" and set(said) == {"commit", "id", "kind", "lang", "op", "site", "v"}
            if not fits or any(said[k] != entry.get(k) for k in ("commit", "id", "kind", "lang", "site")) or one["by"] not in entry["by"]:
                raise SystemExit(f"{one['key']} signed something else")
        if one["key"] in used or one["key"] not in keys:
            raise SystemExit(f"{one['key']} is unknown or counts twice")
        used.add(one["key"])
        origin = json.loads(b64(one["client"]))["origin"]
        verify_authentication_response(
            credential={
                "id": "AAAA", "rawId": "AAAA", "type": "public-key", "clientExtensionResults": {},
                "response": {"authenticatorData": one["auth"], "clientDataJSON": one["client"], "signature": one["sig"]},
            },
            expected_challenge=hashlib.sha256(b"portal-approve/v1\n" + draft).digest(),
            expected_rp_id=urlsplit(origin).hostname,
            expected_origin=origin,
            credential_public_key=keys[one["key"]],
            credential_current_sign_count=0,
            require_user_verification=False,
        )
        print(f"{one['key']}: signed by {one['by']} on {origin}")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
