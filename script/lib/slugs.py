#!/usr/bin/env python3
"""Addresses of former times made from real titles, one a line: whole, cut off, or with a word that is not there.

    slugs.py ARTICLES.jsonl[.zst] COUNT
"""
import json, re, subprocess, sys, unicodedata

source, count = sys.argv[1], int(sys.argv[2])
lines = subprocess.run(["zstd", "-dc", source] if source.endswith(".zst") else ["cat", source], capture_output=True, check=True).stdout.splitlines()
for number, line in enumerate(lines[:count]):
    plain = unicodedata.normalize("NFD", json.loads(line)["title"].replace("đ", "d").replace("Đ", "d")).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain)[:12]
    if number % 3 == 1 and len(words) > 4: words = words[:-2] + [words[-2][:3]]
    if number % 3 == 2: words.insert(2, "xyzt")
    print(f"/tin-tuc/{'-'.join(words)}-{100000 + number}.html")
