#!/usr/bin/env python3
"""How long after a commit a reader sees it: hears PostgreSQL's own notice of each publication (sent with the commit) and asks for a page that is kept
until its entity tag is another. Prints the milliseconds of each, one a line.

    visible.py DATABASE PORT HOST PATH COUNT       (needs psycopg2; publications come from elsewhere meanwhile)
"""
import http.client, select, sys, time
import psycopg2

database, port, host, path, count = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5])
notices = psycopg2.connect(database)
notices.autocommit = True
notices.cursor().execute("LISTEN caunoi_caunoi_events")
pages = http.client.HTTPConnection("127.0.0.1", port)

def tag():
    pages.request("HEAD", path, headers={"Host": host})
    answer = pages.getresponse()
    answer.read()
    return answer.getheader("etag")

known = tag()
print("ready", flush=True)
for _ in range(count):
    select.select([notices], [], [], 60)
    began = time.perf_counter()
    notices.poll()
    notices.notifies.clear()
    while (now := tag()) == known:
        if time.perf_counter() - began > 5:
            sys.exit("not seen within five seconds")
    print(f"{(time.perf_counter() - began) * 1000:.2f}", flush=True)
    known = now
