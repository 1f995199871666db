"""Which kinds of pages there are on a running network, and an address of each."""
import http.client
import re
import urllib.parse

ARTICLE = r"^/(?!trang/|tac-gia/)[a-z0-9-]+/[a-z0-9-]+-[0-9a-z]{13}$"
# Kinds that are found by following links, by the shape of their address.
FOUND = {
    "section": r"^/[a-z0-9-]+/$",
    "section, page 2": r"^/[a-z0-9-]+/\?trang=2$",
    "article": ARTICLE,
    "static page": r"^/trang/",
    "tag": r"^/tu-khoa/[a-z0-9-]+$",
    "author": r"^/tac-gia/",
    "topic site": r"^/chuyen-trang/[a-z0-9-]+/$",
}
# Kinds that stand at the same address everywhere.
FIXED = {
    "home": "/",
    "archive": "/luu-tru",
    "site map": "/so-do-trang",
    "introduction": "/gioi-thieu",
    "contact": "/lien-he",
    "privacy": "/bao-ve-du-lieu",
    "cases in numbers": "/phan-anh-kien-nghi/thong-ke",
    "search": "/tim-kiem",
    "search, nothing found": "/tim-kiem?q=zzqqxxwwkk",
    "offline": "/ngoai-tuyen",
    "not found": "/khong-co-trang-nay",
}


class Network:
    """Plain requests to a running server: any host leads to 127.0.0.1."""

    def __init__(self, port):
        self.port = port

    def get(self, host, path, headers={}):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path, headers={"Host": f"{host}:{self.port}", **headers})
            answer = connection.getresponse()
            return answer.status, dict((name.lower(), value) for name, value in answer.getheaders()), answer.read()
        finally:
            connection.close()

    def page(self, host, path):
        """Where the path leads on the same host, and the text; None where there is no page."""
        for _ in range(3):
            status, fields, content = self.get(host, path)
            if status == 200 and fields.get("content-type", "").startswith("text/html"):
                return path, content.decode()
            if status not in (301, 302):
                return None
            target = urllib.parse.urlsplit(fields["location"])
            if target.hostname not in (None, host):
                return None
            path = target.path + (f"?{target.query}" if target.query else "")
        return None


def links(text):
    return [link.replace("&amp;", "&") for link in dict.fromkeys(re.findall(r'<a [^>]*?href="(/[^"#]*)"', text))]


def kinds(network, host):
    """Address of a page of each kind that the portal has. Of the articles the one with most furniture in its text is taken."""
    pages, candidates, seen = {}, [], set()
    for name, path in FIXED.items():
        if name == "not found":
            pages[name] = path
            continue
        found = network.page(host, path)
        if found:
            pages[name] = found[0]
    queue = ["/", "/so-do-trang"]
    asked = 0
    while queue and asked < 90:
        path = queue.pop(0)
        if path in seen:
            continue
        seen.add(path)
        kind = next((kind for kind, pattern in FOUND.items() if re.search(pattern, path)), None)
        if kind is None and path not in FIXED.values():
            continue
        if kind in pages and kind not in ("article", "section"):
            continue
        asked += 1
        found = network.page(host, path)
        if found is None:
            continue
        if kind == "article":
            candidates.append((furniture(found[1]), found[0]))
        elif kind:
            pages.setdefault(kind, found[0])
        queue += links(found[1])
    if candidates:
        pages["article"] = max(candidates)[1]
        pages["print view"] = pages["article"] + "?in=1"
        title = re.search(r"<h1[^>]*>([^<]*)", network.page(host, pages["article"])[1])
        words = " ".join(title[1].split()[:3]) if title else "tin"
        pages["search, found"] = "/tim-kiem?q=" + urllib.parse.quote(words)
    day = next((link for link in sorted(seen | set(queue)) if re.search(r"^/luu-tru/\d+/\d+/\d+$", link)), None)
    if day:
        pages["day"] = day
    return pages


def furniture(text):
    return sum(weight * text.count(mark) for mark, weight in [
        ('class="table"', 9), ("gallery", 9), ("<blockquote", 5), ("<ol>", 3), ("<ul>", 1), ("attachment", 5), ("<figure", 2), ("<h3", 2), ("<h2", 1), ("correction", 3)
    ])
