#!/usr/bin/env python3
"""How long after a commit readers of every node see it: hears PostgreSQL's own notice of each publication (sent with the commit) and asks each node for a page
that is kept until its entity tag is another. Prints the milliseconds until the last node had it, one publication a line.

    visible.py DATABASE PORTS HOST PATH COUNT       (PORTS: with commas; needs psycopg2; publications come from elsewhere meanwhile)
"""
import http.client, select, sys, threading, time
import psycopg2

database, ports, host, path, count = sys.argv[1], sys.argv[2].split(","), sys.argv[3], sys.argv[4], int(sys.argv[5])
notices = psycopg2.connect(database)
notices.autocommit = True
notices.cursor().execute("LISTEN caunoi_caunoi_events")


class Node:
    def __init__(self, port):
        self.pages = http.client.HTTPConnection("127.0.0.1", int(port))
        self.known, self.began, self.took = self.tag(), 0.0, None

    def tag(self):
        self.pages.request("HEAD", path, headers={"Host": host})
        answer = self.pages.getresponse()
        answer.read()
        return answer.getheader("etag")

    def follow(self):
        self.took = None
        while (now := self.tag()) == self.known:
            if time.perf_counter() - self.began > 5:
                return
        self.took, self.known = (time.perf_counter() - self.began) * 1000, now


nodes = [Node(port) for port in ports]
print("ready", flush=True)
for _ in range(count):
    if not select.select([notices], [], [], 60)[0]:
        sys.exit("nothing was published for a minute")
    began = time.perf_counter()
    notices.poll()
    notices.notifies.clear()
    for node in nodes:
        node.began = began
    threads = [threading.Thread(target=node.follow) for node in nodes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if any(node.took is None for node in nodes):
        sys.exit("not seen within five seconds")
    print(f"{max(node.took for node in nodes):.2f}", flush=True)
