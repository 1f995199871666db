"""At the end: everything that somebody was told, held against what is there."""
import json, re
from concurrent.futures import ThreadPoolExecutor

from articles import HOST, TITLE
from readers import LISTS, named
from web import ask


def walk(port):
    """Every item of the portal that the API lists."""
    path, items = "/api/v1/items?site=anson", []
    while path:
        answer = ask(port, "GET", path, HOST)
        if not answer or answer.status != 200:
            raise SystemExit(f"{path} answers {answer}")
        page = json.loads(answer.text)
        items += page["items"]
        path = re.sub(r"^https?://[^/]+", "", page["next"]) if page.get("next") else None
        # Newest first: what these editors made comes before what the demo had.
        if not any(TITLE.search(item["title"]) for item in page["items"]):
            break
    return items


def articles(world, editors):
    """Returns how many were looked at."""
    works = [(editor, work) for editor in editors for work in editor.works if work.acknowledged]
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda pair: pair[0].check(pair[1], patience=10), works))
    there = {}
    for item in walk(world.port):
        if found := TITLE.search(item["title"]):
            there.setdefault(int(found[1]), []).append((item["id"], item["edition"], int(found[2])))
    for number, found in there.items():
        work = world.book.by_number.get(number)
        if len(found) > 1:
            world.wrong(f"article {number} is there {len(found)} times: {[item for item, *_ in found]}")
        for item, edition, said in found:
            if work is None or item != work.item:
                world.wrong(f"article {number} is there as {item}, which nobody was told of")
            elif edition != said:
                world.wrong(f"article {number}: edition {edition} has the text of {said}")
    for _, work in works:
        if work.withdrawal is None and work.number not in there:
            world.wrong(f"article {work.number} ({work.item}) is missing from the list of everything")
        if work.withdrawal == "done" and work.number in there:
            world.wrong(f"article {work.number} ({work.item}) was withdrawn and is listed")
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda pair: revisions(world, pair[1]), works))
    return len(works)


def revisions(world, work):
    """Each edition stands once in the history that readers see."""
    if work.withdrawal:
        return
    answer = ask(world.port, "GET", f"/api/v1/items/{work.item}/revisions", HOST)
    if not answer or answer.status != 200:
        return world.wrong(f"article {work.number}: its history answers {answer}")
    editions = sorted(revision["edition"] for revision in json.loads(answer.text)["revisions"])
    if editions != list(range(1, max(work.acknowledged, work.sent) + 1)) and editions != list(range(1, work.acknowledged + 1)):
        world.wrong(f"article {work.number}: {work.acknowledged} editions were acknowledged, its history has {editions}")


def lists(world):
    """At rest, no list and no feed names anything but what its own page shows."""
    for path in LISTS:
        answer = ask(world.port, "GET", path, HOST)
        if not answer or answer.status != 200:
            world.wrong(f"{path} answers {answer}")
            continue
        for number, edition in named(answer.text)[0]:
            work = world.book.by_number.get(number)
            if work is None or work.withdrawal == "done" or edition != work.acknowledged:
                world.wrong(f"{path} names edition {edition} of article {number}: {'withdrawn' if work and work.withdrawal else work and work.acknowledged}")


def uploads(world, editors):
    pairs = [(editor, upload) for editor in editors for upload in editor.uploads if upload]
    with ThreadPoolExecutor(8) as pool:
        for said in pool.map(lambda pair: pair[1].check(pair[0].writer), pairs):
            if said:
                world.wrong(said)
    return len(pairs)


def letters(world, writers, skew):
    sent = [letter for writer in writers for letter in writer.letters if letter.receipts]
    for letter in (letter for writer in writers for letter in writer.letters):
        if letter.refused or len(letter.receipts) > 1:
            world.wrong(f"letter {letter.number}: {letter.refused or f'{len(letter.receipts)} receipts'}")
    codes = [code for letter in sent for code, _ in letter.receipts]
    if len(codes) != len(set(codes)):
        world.wrong(f"{len(codes) - len(set(codes))} receipts were given twice")

    def look(letter):
        return letter.look(world.port) or letter.clock(skew)
    with ThreadPoolExecutor(12) as pool:
        for said in pool.map(look, sent):
            if said:
                world.wrong(said)
    return len(sent)
