"""Page kinds × widths × looks × colour schemes × text sizes, chosen so that every two values stand together at least once."""
import kinds
import pairs
from stage import SCHEMES, TEXTS

WIDTHS = [360, 768, 1280, 1920]


def plan(pages, full):
    """`pages`: for each portal its kinds and addresses. In short: every value of every parameter at least once, every kind on the main portal."""
    hosts = list(pages)
    every = sorted({kind for found in pages.values() for kind in found})
    parameters = {"kind": every, "portal": hosts, "scheme": list(SCHEMES), "width": WIDTHS, "text": list(TEXTS)}

    def allowed(row):
        return "kind" not in row or "portal" not in row or row["kind"] in pages[row["portal"]]

    rows = pairs.rows(parameters, allowed)
    left = pairs.uncovered(parameters, rows, allowed)
    assert not left, f"pairs without a page: {sorted(left, key=str)[:3]}"
    if full:
        return rows
    # The short run: every portal's front page and every kind once, walking through the other parameters so that each of their values comes too.
    seats = [("home", host) for host in hosts] + [(kind, next(host for host in hosts if kind in pages[host])) for kind in every if kind != "home"]
    return [
        {"kind": kind, "portal": host, "scheme": list(SCHEMES)[turn % len(SCHEMES)], "width": WIDTHS[turn % 4], "text": list(TEXTS)[turn // 2 % 3]}
        for turn, (kind, host) in enumerate(seats)
    ]


def prove(stage, hosts, full):
    network = kinds.Network(stage.port)
    pages = {host: kinds.kinds(network, host) for host in hosts}
    for kind in list(kinds.FOUND) + list(kinds.FIXED) + ["print view", "search, found", "day"]:
        if not any(kind in found for found in pages.values()):
            stage.find(f"sweep: no {kind} was found on any portal")
    rows = plan(pages, full)
    for row in rows:
        name = ", ".join(str(value) for value in row.values())
        with stage.page(
            row["portal"], pages[row["portal"]][row["kind"]], name, width=row["width"], scheme=row["scheme"], text=row["text"]
        ) as page:
            stage.examine(page, name)
    return f"{len(rows)} of {sum(map(len, pages.values()))} pages of {len(hosts)} portals"
