"""Checks a proof file of the public record off line: with Python's standard library and the package "cryptography", and nothing of the portal.

    verify.py PROOF --policy POLICY                              the entry stands in a log that enough witnesses have seen
    verify.py PROOF --key VKEY                                   the same, trusting one log's key and asking for no witness
    ... --text FILE --salt HEX --id ID --edition N               and the page's canonical text is what that entry published

Formats: C2SP tlog-proof, signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy; RFC 6962 section 2.1; docs/public-record.md.
Exit status 0 and what was proven, or 1 and one sentence that says what is wrong.
"""
import argparse, base64, hashlib, json, sys
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Refused(Exception):
    pass


def need(holds, why):
    if not holds:
        raise Refused(why)


def unbase64(text):
    """Standard base64, padded, in its one canonical form."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Refused("something is not base64") from error
    need(base64.b64encode(data).decode() == text, "something is not base64 in its canonical form")
    return data


def number(text):
    need(text.isascii() and text.isdigit() and str(int(text)) == text and int(text) <= 1 << 62, f"{text[:40]!r} is not a plain number")
    return int(text)


def verifier(text, kind):
    """A key's text form name+id+base64(type || key): (name, id, key, type)."""
    parts = text.split("+", 2)
    need(len(parts) == 3 and parts[0].isascii() and parts[0].isprintable() and " " not in parts[0] and parts[0], "not a verifier key")
    name, raw = parts[0], unbase64(parts[2])
    need(len(raw) == 33 and raw[0] == kind, f"the key of {name} is not an Ed25519 key of type {kind}")
    identity = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    need(identity.hex() == parts[1], f"the id of {name} does not belong to its key")
    return name, identity, raw[1:], kind


def policy(text):
    """Logs, witnesses by name, and the function that says whether a set of names is a quorum."""
    logs, witnesses, groups, quorum, grouped, keys = [], {}, {}, None, set(), set()
    need(text.endswith("\n") and all(c >= " " or c in "\n\t" for c in text) and "\x7f" not in text, "the policy is no text of whole lines")
    for place, line in enumerate(text.split("\n"), 1):
        words = line.replace("\t", " ").split(" ")
        words = [word for word in words if word]
        if not words or words[0].startswith("#"):
            continue
        at = f"line {place} of the policy"
        known = lambda name: need(name in witnesses or name in groups, f"{at}: nothing called {name!r} stands above")
        free = lambda name: need(name != "none" and name not in witnesses and name not in groups, f"{at}: {name!r} cannot be defined")
        if words[0] in ("log", "witness"):
            start = 1 if words[0] == "log" else 2
            need(len(words) in (start + 1, start + 2), f"{at}: too many or too few words")
            key = verifier(words[start], 1 if words[0] == "log" else 4)
            need(key[2] not in keys, f"{at}: this key stands in the policy already")
            keys.add(key[2])
            if words[0] == "log":
                logs.append(key)
            else:
                free(words[1])
                witnesses[words[1]] = key
        elif words[0] == "group":
            need(len(words) > 3, f"{at}: a group has a name, a number and members")
            members = words[3:]
            for member in members:
                known(member)
                need(member not in grouped, f"{at}: {member!r} is in a group already")
                grouped.add(member)
            least = {"all": len(members), "any": 1}.get(words[2]) or number(words[2])
            need(1 <= least <= len(members), f"{at}: {words[2]} is no number from 1 to {len(members)}")
            free(words[1])
            groups[words[1]] = (least, members)
        else:
            need(words[0] == "quorum" and len(words) == 2 and quorum is None, f"{at}: not log, witness, group or the one quorum")
            if words[1] != "none":
                known(words[1])
            quorum = words[1]
    need(quorum, "the policy has no quorum")

    def met(name, signed):
        if name not in groups:
            return name == "none" or name in signed
        return sum(met(member, signed) for member in groups[name][1]) >= groups[name][0]

    return logs, witnesses, lambda signed: met(quorum, signed)


def signed_head(note, logs, witnesses, quorum):
    """Opens a signed note: origin, size, root, and who has cosigned when."""
    need(len(note) <= 65536, "the signed head is too large")
    try:
        whole = note.decode()
    except UnicodeDecodeError as error:
        raise Refused("the signed head is not UTF-8") from error
    need(all(c >= " " or c == "\n" for c in whole) and "\n\n" in whole and whole.endswith("\n"), "the signed head is no signed note")
    text, lines = whole.rsplit("\n\n", 1)
    text, lines, seen, isSigned = text + "\n", lines[:-1].split("\n"), {}, False
    need(len(lines) <= 64, "the signed head has more than 64 signatures")
    head = text.split("\n")
    need(len(head) == 4, "the head has not exactly three lines")
    origin, size, root = head[0], number(head[1]), unbase64(head[2])
    need(len(root) == 32, "the root is not 32 bytes")
    own = [key for key in logs if key[0] == origin]
    need(own, f"the policy does not know the log {origin}")
    known = {(key[0], key[1]): (key, None) for key in own} | {(key[0], key[1]): (key, name) for name, key in witnesses.items()}
    for line in lines:
        words = line.split(" ")
        need(len(words) == 3 and words[0] == "—" and words[1], "a signature line is malformed")
        raw = unbase64(words[2])
        need(len(raw) > 4, "a signature line is malformed")
        key, witness = known.get((words[1], raw[:4]), (None, None))
        if key is None:
            continue  # An unknown signer says nothing.
        signature, message = raw[4:], text.encode()
        if key[3] == 4:
            time = int.from_bytes(signature[:8], "big")
            signature, message = signature[8:], f"cosignature/v1\ntime {time}\n".encode() + message
        try:
            Ed25519PublicKey.from_public_bytes(key[2]).verify(signature, message)
        except InvalidSignature as error:
            raise Refused(f"the signature of {key[0]} is wrong") from error
        if witness is None:
            isSigned = True
        else:
            seen[witness] = max(time, seen.get(witness, 0))
    need(isSigned, f"the log {origin} has not signed the head with a key that the policy knows")
    need(quorum(seen), f"too few witnesses have cosigned the head ({', '.join(sorted(seen)) or 'none'} of those the policy knows)")
    return origin, size, root, seen


def included(entry, index, size, path):
    """The root that an entry's path leads to (RFC 9162 section 2.1.3.2)."""
    need(index < size, f"there is no entry {index} in a log of {size} entries")
    node, last, found = index, size - 1, hashlib.sha256(b"\0" + entry).digest()
    for step in path:
        need(last > 0, "the proof has too many hashes")
        if node & 1 or node == last:
            found = hashlib.sha256(b"\1" + step + found).digest()
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = hashlib.sha256(b"\1" + found + step).digest()
        node, last = node >> 1, last >> 1
    need(last == 0, "the proof has too few hashes")
    return found


def verify(proof, logs, witnesses, quorum, page=None):
    """What a proof file proves; `page`: canonical text, salt, id, edition."""
    start, separator, note = proof.partition(b"\n\n")
    need(separator and start.isascii(), "not a proof file")
    lines = start.decode().split("\n")
    need(len(lines) >= 3 and lines[0] == "c2sp.org/tlog-proof@v1", "not a proof file")
    need(lines[1].startswith("extra ") and lines[2].startswith("index "), "the proof file has no entry or no index")
    entry, index, path = unbase64(lines[1][6:]), number(lines[2][6:]), [unbase64(line) for line in lines[3:]]
    need(all(len(step) == 32 for step in path), "a hash of the proof is not 32 bytes")
    origin, size, root, seen = signed_head(note, logs, witnesses, quorum)
    need(included(entry, index, size, path) == root, "the entry does not stand in the log: the proof leads to another root than the head has")
    said = json.loads(entry)
    need(said.get("v") == 1, "the entry is of a version that is not known here")
    if page:
        text, salt, item, edition = page
        need(said["op"] in ("publish", "update", "correct", "import"), f"the entry says {said['op']!r} and publishes no text")
        need(said["id"] == item, f"the proof is that of the item {said['id']}, and the page is that of {item}")
        need(said["ed"] == edition, f"the proof is that of edition {said['ed']}, and the page shows edition {edition}")
        commitment = hashlib.sha256(b"portal-commit/v1 text\n" + salt + text).hexdigest()
        need(said["text"] == commitment, "the page does not say what was published: its text has another commitment than the entry")
    return {"origin": origin, "size": size, "index": index, "entry": said, "cosigned": seen}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("proof")
    trust = parser.add_mutually_exclusive_group(required=True)
    trust.add_argument("--policy")
    trust.add_argument("--key")
    for name in ("text", "salt", "id", "edition"):
        parser.add_argument(f"--{name}")
    options = parser.parse_args()
    parts = [options.text, options.salt, options.id, options.edition]
    if any(parts) and not all(parts):
        parser.error("--text, --salt, --id and --edition belong together")
    try:
        trusted = policy(open(options.policy).read()) if options.policy else ([verifier(options.key, 1)], {}, lambda signed: True)
        page = None
        if all(parts):
            salt = bytes.fromhex(options.salt)
            need(len(salt) == 32, "the salt is not 32 bytes")
            page = open(options.text, "rb").read(), salt, options.id, number(options.edition)
        print(json.dumps(verify(open(options.proof, "rb").read(), *trusted, page), indent=1, sort_keys=True))
    except (Refused, OSError, ValueError, KeyError) as error:
        sys.exit(f"refused: {error}")


if __name__ == "__main__":
    main()
