"""A proxy before the running program that can be told to fall silent, to be slow, or to have withdrawn something: what lines and editors do."""
import http.client
import http.server
import threading
import time


class Between:
    def __init__(self, port):
        self.target = port
        self.down = False
        self.slow = 0
        self.gone = set()
        self.instead = {}
        self.asked = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                outer.asked.append(self.path)
                if outer.down:
                    self.close_connection = True
                    return self.connection.close()
                if outer.slow and self.headers.get("Sec-Fetch-Mode") == "navigate":
                    time.sleep(outer.slow)
                connection = http.client.HTTPConnection("127.0.0.1", outer.target, timeout=30)
                headers = {name: value for name, value in self.headers.items() if name.lower() not in ("connection", "accept-encoding", "if-none-match")}
                connection.request("GET", self.path, headers=headers)
                answer = connection.getresponse()
                content = answer.read()
                status = 410 if self.path in outer.gone else answer.status
                if status == 410:
                    content = b"<!DOCTYPE html><html lang=vi><title>410</title><h1>410</h1>"
                if self.path in outer.instead:
                    content = outer.instead[self.path](content)
                try:
                    self.send_response(status)
                    for name, value in answer.getheaders():
                        # What the browser itself keeps for half a minute would hide that the line is gone.
                        if name.lower() == "cache-control" and "max-age=30" in value:
                            value = "no-cache"
                        if name.lower() not in ("content-length", "connection", "transfer-encoding", "keep-alive"):
                            self.send_header(name, value)
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)
                except OSError:
                    pass
                connection.close()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
