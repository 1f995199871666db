#!/usr/bin/env python3
"""Articles recombined from the real sentences of a news file, no two equal, the same for the same numbers: JSON Lines on standard output.

    recombine.py ARTICLES.jsonl[.zst] COUNT [FIRST]
"""
import json, random, re, subprocess, sys

source, count = sys.argv[1], int(sys.argv[2])
first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
lines = subprocess.run(["zstd", "-dc", source] if source.endswith(".zst") else ["cat", source], capture_output=True, check=True).stdout.splitlines()
sentences, titles = [], []
for line in lines:
    article = json.loads(line)
    titles.append(article["title"].split())
    sentences += [s for s in re.split(r"(?<=[.!?])\s+", article["body"]) if 30 < len(s) < 400]
out = sys.stdout
for number in range(first, first + count):
    chance = random.Random(number)
    words = chance.choice(titles)[:7] + chance.choice(titles)[-6:]
    body = "".join("<p>%s</p>" % " ".join(chance.choices(sentences, k=4)) for _ in range(4))
    moment = 1_480_000_000 + number * 300
    day, rest = divmod(moment, 86_400)
    date = __import__("datetime").date.fromordinal(719_163 + day)
    out.write(json.dumps({
        "id": f"m{number}", "title": f"{' '.join(words)} ({number})", "summary": chance.choice(sentences), "body": body,
        "tags": [" ".join(chance.choice(titles)[:2])] if number % 4 == 0 else [],
        "published_at": f"{date}T{rest // 3600:02}:{rest % 3600 // 60:02}:{rest % 60:02}Z",
    }, ensure_ascii=False) + "\n")
