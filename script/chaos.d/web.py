"""Asking over HTTP as browsers do: forms, cookies, and no answer where the server is gone.

`ask` says None when nobody answered: then nobody knows what was done, which is what these tests are about.
"""
import http.client, re, threading, time, urllib.parse

AGENT = "Mozilla/5.0 (Linux; Android 14)"
gate = threading.Lock()
handed_out = 0


def address():
    """A loopback address of one's own (127.x.y.z), as every person has."""
    global handed_out
    with gate:
        handed_out += 1
        n = handed_out
    return f"127.{1 + n // 62500 % 200}.{n // 250 % 250 + 1}.{n % 250 + 1}"


class Answer:
    def __init__(self, status, headers, body, began, ended):
        self.status, self.headers, self.body, self.began, self.ended = status, headers, body, began, ended

    @property
    def text(self):
        return self.body.decode(errors="replace")

    @property
    def location(self):
        return self.headers.get("Location") or ""

    def __repr__(self):
        said = " ".join(re.findall(r'role="alert"[^>]*>(.*?)</div>', self.text, re.S))
        return f"{self.status} {self.location}{re.sub('<[^>]+>', ' ', said)[:300].strip()}"


def ask(port, method, path, host, *, form=None, body=None, headers=None, source="127.0.0.1", timeout=20):
    began = time.time()
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout, source_address=(source, 0))
    try:
        told = {"Host": host, "User-Agent": AGENT, "Connection": "close"}
        if form is not None:
            body = urllib.parse.urlencode(form)
            told["Content-Type"] = "application/x-www-form-urlencoded"
        told.update(headers or {})
        link.request(method, path, body=body, headers=told)
        answer = link.getresponse()
        return Answer(answer.status, answer.headers, answer.read(), began, time.time())
    except (OSError, http.client.HTTPException):
        return None
    finally:
        link.close()


class Session:
    """Somebody signed in at the desk. Several threads may use it: a session is the cookie and the token of its forms."""

    HOST = "desk.localhost"

    def __init__(self, where, person, password, code):
        self.where, self.person, self.password, self.code, self.jar, self.token, self.source = where, person, password, code, {}, "", address()

    def send(self, method, path, **more):
        headers = {"Sec-Fetch-Site": "same-origin", **more.pop("headers", {})}
        if self.jar:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        answer = ask(self.where.port, method, path, self.HOST, headers=headers, source=self.source, **more)
        for set_cookie in answer.headers.get_all("Set-Cookie", []) if answer else []:
            name, _, value = set_cookie.partition(";")[0].partition("=")
            self.jar[name] = value
        return answer

    def get(self, path):
        return self.send("GET", path)

    def post(self, path, form):
        return self.send("POST", path, form={"_": self.token, **form})

    def read_token(self, page):
        if found := re.search(r'name="_" value="([a-z2-7]+)"', page.text if page else ""):
            self.token = found[1]

    def sign_in(self):
        """Password and second factor; True when the desk took both."""
        self.jar = {}
        self.read_token(self.get("/desk/dang-nhap"))
        self.post("/desk/dang-nhap", {"ten": self.person, "mat-khau": self.password})
        self.read_token(self.get("/desk/xac-thuc"))
        self.post("/desk/xac-thuc", {"ma": self.code(self.person)})
        page = self.get("/desk/tai-khoan")
        self.read_token(page)
        return bool(page and page.status == 200)
