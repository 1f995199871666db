"""Checks saved pages and proof files of the public record off line: with Python's standard library and the package "cryptography", and nothing of the portal.

    verify.py PROOF --page PAGE.html --policy POLICY              the page says what was published, and holds nothing else
    verify.py PROOF --policy POLICY                              the entry stands in a log that enough witnesses have seen
    verify.py PROOF --key VKEY                                   the same, trusting one log's key and asking for no witness
    ... --text FILE --salt HEX --id ID --edition N               and the page's canonical text is what that entry published

Formats: C2SP tlog-proof, signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy; RFC 6962 section 2.1; docs/public-record.md.
Exit status 0 and what was proven, or 1 and what is wrong; 2 when a page could be compared in part only.
Hosts of the same installation: --host NAME, or lines "# host NAME" in the policy. words.json, beside this file, is what the program itself says on pages.
"""
import argparse, base64, hashlib, html, json, pathlib, re, sys, unicodedata
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


# --- Pages: the same rules as Sources/RichText/Canonical and Sources/Features/Record/Checking; docs/formats/ct-1.md, docs/verifying/README.md. ---

SPACE, VOID = " \t\n\f\r", set("area br col hr img input link meta source track wbr".split())
RAW, DRAWING = {"script", "style", "title", "textarea"}, set("path g rect circle ellipse line polyline polygon".split())
NEVER = set("""applet base embed frame frameset iframe image isindex keygen listing math noembed noframes noscript object param plaintext portal template
    xmp""".split())
CHILDREN = {"html": "head body", "head": "title meta link script", "table": "caption colgroup thead tbody tfoot tr", "thead": "tr", "tbody": "tr", "tfoot": "tr",
            "tr": "td th", "colgroup": "col", "select": "option optgroup", "optgroup": "option", "option": ""}
CHILDREN = {name: set(names.split()) for name, names in CHILDREN.items()}
PARTS = set("head body caption colgroup thead tbody tfoot tr td th col".split())
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
CLOSING = HEADINGS | set("""address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr li main
    menu nav ol p pre search section summary table ul""".split())
BLOCKS = HEADINGS | set("""address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form
    header hgroup hr html legend li listing main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul xmp""".split())
STRANGERS = set("""applet base button canvas embed form frame frameset iframe input link map math meta meter noembed noframes noscript object param plaintext portal
    progress script select source style svg template textarea title track""".split())
NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*")
ATTRIBUTE = re.compile(r"""[ \t\n\f\r]+([^ \t\n\f\r/>="'<]+)(?:[ \t\n\f\r]*=[ \t\n\f\r]*(?:"([^"]*)"|'([^']*)'|([^ \t\n\f\r>"'`=<]+)))?""")
ITEM = re.compile(r"(?:^|[-/])([0-7][0-9a-hjkmnp-tv-z]{12})$")
MOMENTS = set("""thứ hai ba tư năm sáu bảy chủ nhật ngày tháng monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december""".split())


def lower(text):
    return text.translate({i: i + 32 for i in range(65, 91)})


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent, self.children = name, attributes, parent, []


def tree(text):
    """The page as elements and texts. Refuses a page that any program would have to repair, so that all programs read the same tree."""
    root = Element("", {}, None)
    here, seen, at, done, spots = root, set(), 1 if text.startswith("\ufeff") else 0, False, lower(text)
    names = lambda: [node.name for node in chain(here)]

    def wrong(what, place):
        raise Refused(f"markup: line {text.count(chr(10), 0, place) + 1} has what our pages never have ({what})")

    def ahead(mark, start):
        end = spots.find(mark, start)
        need(end >= 0, f"cut-off: the page is cut off at line {text.count(chr(10)) + 1}")
        return end

    if "\0" in text:
        wrong("U+0000", text.index("\0"))
    while at < len(text):
        end = text.find("<", at)
        end = len(text) if end < 0 else end
        if text[at:end].strip(SPACE) and (here is root or here.name in CHILDREN and here.name != "option"):
            wrong("text", at)
        if end > at:
            here.children.append(html.unescape(text[at:end]))
        at = start = end
        if at == len(text):
            break
        if text.startswith("<!--", at):
            end = ahead("-->", at + 4)
            if text[at + 4:end + 1].startswith((">", "->")) and text[at + 4:end].startswith((">", "->")) or "--!>" in text[at + 4:end]:
                wrong("comment", at)
            at = end + 3
            continue
        if spots.startswith("<!doctype", at) and here is root and not done and not seen:
            seen.add("!doctype")
            at = ahead(">", at) + 1
            continue
        closing = text.startswith("/", at + 1)
        found = NAME.match(text, at + 1 + closing)
        if not found:
            need(at + 1 + closing < len(text), "cut-off: the page is cut off")
            wrong("<", at)
        name, at = lower(found.group()), found.end()
        if closing:
            while at < len(text) and text[at] in SPACE:
                at += 1
            need(at < len(text), "cut-off: the page is cut off")
            if text[at] != ">" or here.name != name:
                wrong(f"</{name}>", start)
            here, at, done = here.parent, at + 1, done or name == "html"
            continue
        attributes = {}
        while found := ATTRIBUTE.match(text, at):
            key, at = lower(found.group(1)), found.end()
            if key in attributes:
                wrong(f"<{name} {key}>", start)
            attributes[key] = html.unescape(next((part for part in found.groups()[1:] if part is not None), ""))
        while at < len(text) and text[at] in SPACE:
            at += 1
        need(at < len(text), "cut-off: the page is cut off")
        slash = text.startswith("/>", at)
        if not slash and text[at] != ">":
            wrong(f"<{name}>", start)
        at += 2 if slash else 1
        above, parent = names(), here.name
        drawing = "svg" in above
        if drawing:
            allowed = name in DRAWING
        elif here is root:
            allowed = name == "html" and not done and "html" not in seen
        else:
            allowed = name not in NEVER and name != "html" and (name in CHILDREN[parent] if parent in CHILDREN else name not in PARTS)
            allowed &= not (name == "head" and seen & {"head", "body"} or name == "body" and "body" in seen)
            allowed &= not (name in ("a", "button", "form") and name in above or name == parent == "li" or {name, parent} <= {"dd", "dt"})
            allowed &= not (name in HEADINGS and parent in HEADINGS or name in CLOSING and "p" in above)
        if not allowed or slash and not drawing and name not in VOID:
            wrong(f"<{name}>", start)
        seen.add(name)
        node = Element(name, attributes, here)
        here.children.append(node)
        if slash or name in VOID:
            continue
        here = node
        if name in RAW:
            end = ahead("</" + name, at)
            while not (end + 2 + len(name) < len(text) and text[end + 2 + len(name)] in SPACE + ">"):
                end = ahead("</" + name, end + 2 + len(name))
            if name == "script" and "<!--" in text[at:end]:
                wrong("<script>", start)
            here.children.append(text[at:end] if name in ("script", "style") else html.unescape(text[at:end]))
            at = end
    need(here is root and done, "cut-off: the page is cut off")
    return root


def chain(node):
    while node is not None:
        yield node
        node = node.parent


class Lines:
    """Canonical text, line by line."""

    def __init__(self, mark="", within=None, attributes=None):
        self.mark, self.within, self.attributes, self.text, self.line, self.gap = mark, within, attributes, "", "", False

    def put(self, sign):
        self.line += (" " if self.gap and self.line else "") + sign
        self.gap = False

    def append(self, text):
        for sign in text:
            code = ord(sign)
            if code <= 0x20 or 0x7F <= code <= 0xA0 or code in (0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000) or 0x2000 <= code <= 0x200A:
                self.gap = True
            else:
                self.put("\ufffd" if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE else sign)

    def marked(self, sign, text, after=""):
        self.put(sign)
        self.append(text)
        self.put(sign)
        self.append(after)

    def end(self):
        self.gap = False
        if self.line:
            self.text, self.line = self.text + unicodedata.normalize("NFC", self.line) + "\n", ""


class Page:
    """What stands in a page: its regions in order, and findings (code, what)."""

    def __init__(self, root, hosts, saved_from=None):
        self.hosts, self.saved_from, self.regions, self.open, self.findings = hosts, saved_from, [], [], []
        self.titles, self.canonical, self.heading, self.copies, self.body, self.in_heading = [], "", None, 0, False, False
        for child in root.children:
            self.walk(child)

    def host(self, address):
        """Host and path of an absolute web address; "" and the path of one on this host; None for anything else."""
        if found := re.match(r"https?:[/\\]*([^/\\?#]*)(.*)", address, re.I | re.S):
            name, port = re.fullmatch(r"(.*?)(?::([0-9]*))?", found.group(1).lower(), re.S).groups()
            fits = name and "@" not in name and "%" not in name and (not port or 0 < int(port.lstrip("0")[:6] or "0") < 1 << 16)
            return (name, found.group(2).replace("\\", "/") or "/") if fits else None
        return ("", address) if re.match(r"[/\\](?![/\\])", address) else None

    def address(self, address, media=False):
        text = re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))))
        found = self.host(text)
        if found and (not found[0] or found[0] in self.hosts):
            path = re.split(r"[?#]", found[1])[0]
            if file := re.match(r"/files/([0-9a-f]{64})/", path):
                return file.group(1) if media else "/files/" + file.group(1)
            if item := ITEM.search(path):
                return "@" + item.group(1)
            if self.saved_from and found[0] == self.saved_from:
                return found[1]
        return text

    def foreign(self, address):
        text = re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))))
        found = self.host(text)
        return bool(found and found[0] and found[0] not in self.hosts or not found and re.match(r"[/\\]{2}|[a-z][a-z0-9+.-]*:", text, re.I))

    def versions(self, srcset):
        return [part.split()[0] if part.split() else "" for part in srcset.split(",") if part] if srcset is not None else []

    def shown(self, image):
        source = image.attributes.get("src", "")
        if not self.saved_from or re.match(r"[/\\#]|[a-z][a-z0-9+.-]*:", source, re.I) or not source:
            return source
        every = self.versions(image.attributes.get("srcset"))
        if image.parent.name == "picture":
            for child in image.parent.children:
                if isinstance(child, Element) and child.name == "source":
                    every += self.versions(child.attributes.get("srcset"))
        return every[0] if every and len({self.address(one, True) for one in every}) == 1 else source

    def same(self, srcset, source):
        return all(self.address(one, True) == self.address(source, True) for one in self.versions(srcset))

    def find(self, code, what):
        self.findings.append((code, " ".join(what.split())[:120]))

    def walk(self, node):
        top = self.open[-1] if self.open else None
        if isinstance(node, str):
            if self.in_heading:
                self.heading += node
            if top:
                top.append(node)
            elif self.body and node.strip():
                self.find("stray-text", node)
            return
        name, said, parent = node.name, node.attributes, node.parent
        self.body |= name == "body"
        self.inspect(node, name, said)
        if name in BLOCKS:
            for region in self.open:
                region.end()
        began = None
        if "data-r" in said:
            mark = said["data-r"]
            if not (top and top.mark == mark):
                if mark not in ("e", "c", "h", "w", "l"):
                    self.find("found-region", mark)
                began = Lines(mark, top.mark if top else None, said)
                self.regions.append(began)
                self.open.append(began)
        top = self.open[-1] if self.open else None
        if name == "h1" and top and top.mark == "e" and self.heading is None:
            self.in_heading, self.heading = True, ""
        if name == "br" and top:
            top.gap = True
        elif name in ("a", "area") and "href" in said:
            if not top:
                self.find("stray-link", said["href"])
            else:
                top.marked("\x1f", self.address(said["href"]))
                if top.mark == "l":
                    self.find("found-region", said["href"])
        elif name in ("img", "video", "audio"):
            source = self.shown(node) if name == "img" else said.get("src", "")
            self.copies += source != said.get("src", "")
            if not top:
                self.find("stray-media", source)
            else:
                top.marked("\x1e", self.address(source, True), said.get("alt" if name == "img" else "aria-label", ""))
                if not self.same(said.get("srcset"), source):
                    top.marked("\x1e", "!srcset")
        elif name == "track" and parent.name in ("video", "audio") and said.get("kind") == "captions" and "src" in said:
            if top:
                top.marked("\x1e", self.address(said["src"], True), said.get("srclang", ""))
        elif name in STRANGERS and top:
            images = [child for child in parent.children if isinstance(child, Element) and child.name == "img"]
            version = name == "source" and parent.name == "picture" and "src" not in said and "srcset" in said and len(images) == 1
            if not (version and "src" in images[0].attributes and self.same(said["srcset"], self.shown(images[0]))):
                top.marked("\x1e", "!" + name)
        if name not in ("script", "style"):
            for child in node.children:
                self.walk(child)
        if began:
            began.end()
            self.open.pop()
        self.in_heading &= name != "h1"
        if name in BLOCKS:
            for region in self.open:
                region.end()

    def inspect(self, node, name, said):
        for key, value in said.items():
            if key == "style":
                self.find("found-style", value)
            if key.startswith("on"):
                self.find("found-script", key)
            if key in ("action", "formaction") and self.foreign(value):
                self.find("found-form", value)
            if key == "hidden" and self.open and self.open[-1].mark == "e":
                self.find("found-hidden", name)
            scheme = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33)))).lower()
            if key in ("href", "src", "action", "formaction", "data", "poster", "background", "srcdoc", "xlink:href", "cite", "ping") and re.match(
                    "javascript:|vbscript:|data:|livescript:|blob:|file:|filesystem:", scheme):
                self.find("found-address", value)
        if name == "style":
            self.find("found-style", "")
        if name == "script" and "src" not in said and (said.get("type") != "application/ld+json" or self.body):
            self.find("found-script", "")
        if name == "meta" and said.get("http-equiv", "content-type").lower() != "content-type":
            self.find("found-redirect", said.get("content", ""))
        loading = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "apple-touch-icon", "preconnect", "dns-prefetch"}
        loaded = [said.get("srcset"), said.get("poster"), said.get("background")]
        if name in ("script", "img", "video", "audio", "source", "track", "input"):
            loaded.append(said.get("src"))
        if name == "link" and loading & set(said.get("rel", "").lower().split(" ")):
            loaded.append(said.get("href"))
        for address in filter(None, loaded):
            for part in address.split(","):
                if self.foreign(part.lstrip(" ").split(" ")[0]):
                    self.find("found-resource", address)
        if not self.body:
            if name == "title":
                self.titles.append("".join(node.children))
            if name == "meta" and said.get("property", said.get("name")) in ("og:title", "twitter:title"):
                self.titles.append(said.get("content", ""))
            if name == "link" and said.get("rel") == "canonical":
                self.canonical = said.get("href", "")


def says(text, key, words):
    pattern = lambda phrase: r"[0-9 .,:/-]*".join(map(re.escape, phrase.split("{}")))
    return any(re.fullmatch(pattern(phrase), " ".join(text.split())) for phrase in words.get(key, []))


def is_live(text, words):
    for element in ("!button", "!select", "!source", "!script", ""):
        text = text.replace(f"\x1e{element}\x1e", "\n")
    lines = [" ".join(line.split()) for line in text.split("\n")]
    for key in ("tools.print", "tools.share", "tools.smaller-sign", "tools.larger-sign", "player.speed"):
        for phrase in words.get(key, []):
            lines = [line.replace(phrase, " ") for line in lines]
    return all(not re.sub("[0-9年月日星期一二三四五六天]", "", word) or word in MOMENTS
               for line in lines for word in re.sub("[,.:/+×−-]", "", line.lower()).split())


def check_page(data, proof, trusted, hosts, words):
    """Whether a saved page says what was published, and holds nothing else: notes on what to know beside it. Refuses with a code and a sentence."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Refused("not-text: the page is not UTF-8 text") from error
    root, hosts = tree(text), hosts | {re.split("[/:]", key[0])[0] for key in trusted[0]}
    page, notes = Page(root, hosts), []
    regions = [region for region in page.regions if region.mark == "e"]
    need(regions, "no-edition: the page has no article with a portal's marks")
    need(len(regions) == 1 and regions[0].within is None, "editions: the page has more than one part that calls itself the article")
    said = regions[0].attributes
    marks = [said.get(f"data-{name}", "") for name in ("id", "ed", "ix", "salt")]
    need(re.fullmatch("[0-7][0-9a-hjkmnp-tv-z]{12}", marks[0]) and all(re.fullmatch("[0-9]{1,18}", mark) for mark in marks[1:3])
         and re.fullmatch("[0-9a-f]{64}", marks[3]), "marks: the article's part lacks a valid item id, edition, index or salt")
    item, edition, index, salt = marks[0], int(marks[1]), int(marks[2]), bytes.fromhex(marks[3])
    proven, findings = verify(proof, *trusted), []
    entry = proven["entry"]
    need(entry["op"] in ("publish", "update", "correct", "import"), f"not-an-edition: the entry says {entry['op']!r} and publishes no text")
    found = ITEM.search(re.split(r"[?#]", page.canonical)[0])
    if found and found.group(1) != item:
        findings.append(("address", page.canonical))
    for code, ours, theirs in (("other-item", item, entry["id"]), ("other-edition", edition, entry["ed"]), ("other-index", index, proven["index"])):
        if ours != theirs:
            findings.append((code, f"the page shows {ours}, the proof is that of {theirs}"))
    published = lambda text: hashlib.sha256(b"portal-commit/v1 text\n" + salt + text.encode()).hexdigest() == entry["text"]
    if not published(regions[0].text):
        home = (page.host(page.canonical) or ("",))[0] or proven["origin"].split("/")[0]
        again = Page(root, hosts, home) if home in hosts else page
        if published(next(region.text for region in again.regions if region.mark == "e")):
            page = again
            notes.append("a browser wrote the page anew when it saved it")
            if page.copies:
                notes.append(f"partly: {page.copies} pictures beside the page were not compared")
        else:
            findings.append(("text", "the article does not say what was published"))
    findings += page.findings
    for region in page.regions:
        if region.mark == "w" and not says(region.text, region.attributes.get("data-k", ""), words):
            findings.append(("wording", region.text))
        elif region.mark == "l" and not is_live(region.text, words):
            findings.append(("live", region.text))
        elif region.mark not in ("w", "l", "e") and region.within in ("e", "l", "w"):
            findings.append(("nested", region.text))
    plain = lambda text: unicodedata.normalize("NFC", " ".join(text.split()))
    findings += [("title", title) for title in page.titles if plain(page.heading or "") and not plain(title).startswith(plain(page.heading))]
    need(not findings, "; ".join(f"{code}: {' '.join(what.split())}" for code, what in findings[:20]))
    latest = max(proven["cosigned"].values(), default=None)
    notes.append(f"a witness saw this head as the newest at Unix time {latest}" if latest else "no witness has signed: nothing says how old the proof is")
    notes.append("the item may have been corrected or withdrawn since; header, footer, lists of others and dates are not covered")
    return proven | {"notes": notes}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("proof")
    trust = parser.add_mutually_exclusive_group(required=True)
    trust.add_argument("--policy")
    trust.add_argument("--key")
    for name in ("page", "text", "salt", "id", "edition"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--host", action="append", default=[])
    options = parser.parse_args()
    parts = [options.text, options.salt, options.id, options.edition]
    if any(parts) and not all(parts):
        parser.error("--text, --salt, --id and --edition belong together")
    try:
        given = open(options.policy).read() if options.policy else None
        trusted = policy(given) if given else ([verifier(options.key, 1)], {}, lambda signed: True)
        proof, page = open(options.proof, "rb").read(), None
        if options.page:
            hosts = {name.lower() for name in options.host} | {name.lower() for name in re.findall(r"^# host (\S+)$", given or "", re.M)}
            words = json.loads(pathlib.Path(__file__).with_name("words.json").read_text())
            answer = check_page(open(options.page, "rb").read(), proof, trusted, hosts, words)
            print(json.dumps(answer, indent=1, sort_keys=True, ensure_ascii=False))
            sys.exit(2 if any(note.startswith("partly") for note in answer["notes"]) else 0)
        if all(parts):
            salt = bytes.fromhex(options.salt)
            need(len(salt) == 32, "the salt is not 32 bytes")
            page = open(options.text, "rb").read(), salt, options.id, number(options.edition)
        print(json.dumps(verify(proof, *trusted, page), indent=1, sort_keys=True))
    except (Refused, OSError, ValueError, KeyError) as error:
        sys.exit(f"refused: {error}")


if __name__ == "__main__":
    main()
