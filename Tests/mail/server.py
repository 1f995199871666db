#!/usr/bin/env python3
"""A real mail server (aiosmtpd) that misbehaves where a test asks it to.

Usage: server.py [--cert PEM --key PEM] [--implicit] [--starttls] [--auth USER PASSWORD] [--no-plain] [--size BYTES] [--raw JSON]

Prints its port on one line when it listens, then one JSON line for every letter it took. It ends when its standard input does.
What the recipient is called decides what becomes of the letter:

  later@     451 at RCPT          gone@      550 at RCPT
  full@      452 after DATA       spam@      554 after DATA
  hang@      no answer at RCPT    hangdata@  no answer after DATA
  cut@       the connection is cut when the letter's first line has come

--raw JSON: no mail server but a script of one: a list of texts; the first is the greeting, each other answers one line the client says.
"""

import argparse
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def say(what):
    print(json.dumps(what, ensure_ascii=False), flush=True)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "later":
            return "451 4.3.0 máy chủ bận, thử lại sau"
        if name == "gone":
            return "550 5.1.1 no such mailbox"
        if name == "hang":
            await asyncio.sleep(3600)
        if name == "cut":
            self.cut_at_data(server)
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    def cut_at_data(self, server):
        take, lines = server._reader.readuntil, []

        async def readuntil(*arguments):
            # The command is taken; what comes after it is never read.
            if lines and lines[-1].upper().startswith(b"DATA"):
                server.transport.abort()
                raise asyncio.CancelledError
            lines.append(await take(*arguments))
            return lines[-1]

        server._reader.readuntil = readuntil

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "full":
            return "452 4.2.2 mailbox full"
        if name == "spam":
            return "554 5.7.1 message refused"
        if name == "hangdata":
            await asyncio.sleep(3600)
        say({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "options": envelope.mail_options, "data": envelope.content.decode("utf-8"),
            "tls": server.transport.get_extra_info("ssl_object") is not None, "user": getattr(session.auth_data, "login", b"").decode() if session.auth_data else None,
            "hello": session.host_name,
        })
        return "250 OK: taken"


def authenticator(user, password):
    def check(server, session, envelope, mechanism, data):
        ok = data.login == user.encode() and data.password == password.encode()
        return AuthResult(success=ok, handled=ok, auth_data=data)

    return check


async def raw(script, reader, writer):
    for number, text in enumerate(script):
        if number > 0 and not await reader.readline():
            break
        writer.write(text.encode())
        await writer.drain()
    try:
        while await reader.readline():
            pass
    finally:
        writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cert")
    parser.add_argument("--key")
    parser.add_argument("--implicit", action="store_true")
    parser.add_argument("--starttls", action="store_true")
    parser.add_argument("--auth", nargs=2)
    parser.add_argument("--no-plain", action="store_true")
    parser.add_argument("--size", type=int, default=1 << 20)
    parser.add_argument("--raw")
    options = parser.parse_args()
    tls = None
    if options.cert:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(options.cert, options.key)
    loop = asyncio.get_running_loop()
    if options.raw:
        script = json.loads(options.raw)
        server = await asyncio.start_server(lambda reader, writer: raw(script, reader, writer), "127.0.0.1", 0)
    else:
        def make():
            return SMTP(
                Handler(), hostname="mail.test", enable_SMTPUTF8=True, data_size_limit=options.size,
                tls_context=tls if options.starttls else None, require_starttls=False,
                authenticator=authenticator(*options.auth) if options.auth else None,
                auth_require_tls=options.starttls, auth_required=bool(options.auth),
                auth_exclude_mechanism=["PLAIN"] if options.no_plain else None,
            )

        server = await loop.create_server(make, "127.0.0.1", 0, ssl=tls if options.implicit else None)
    say({"port": server.sockets[0].getsockname()[1]})
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    try:
        asyncio.run(asyncio.wait_for(main(), 600))
    except (KeyboardInterrupt, asyncio.TimeoutError, asyncio.CancelledError):
        pass
