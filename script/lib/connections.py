#!/usr/bin/env python3
"""Opens COUNT connections to a loopback port, asks each for one page, and holds them idle until its input ends. Says `held N` when all were answered.

    connections.py PORT HOST PATH COUNT
"""
import resource, select, socket, sys

port, host, path, count = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: keep-alive\r\n\r\n".encode()

def whole(connection):
    """One answer with its body; false when the other side ended it."""
    answer = b""
    while b"\r\n\r\n" not in answer:
        part = connection.recv(65536)
        if not part: return False
        answer += part
    head, body = answer.split(b"\r\n\r\n", 1)
    fields = dict(line.split(b": ", 1) for line in head.lower().split(b"\r\n")[1:])
    left = int(fields[b"content-length"]) - len(body)
    while left > 0:
        part = connection.recv(min(left, 65536))
        if not part: return False
        left -= len(part)
    return head.startswith(b"HTTP/1.1 200")

held = []
for _ in range(count):
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.sendall(request)
    if whole(connection): held.append(connection)
# What the other side closed meanwhile can be read.
closed = select.poll()
for connection in held: closed.register(connection, select.POLLIN)
print("held", len(held) - len(closed.poll(0)), flush=True)
sys.stdin.read()
