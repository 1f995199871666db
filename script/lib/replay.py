"""The attacks of script/replay-attack, one after the other: put in, seen by the watcher, taken out, healed."""
import glob, json, os, re, shutil, signal, sqlite3, subprocess, sys, tempfile, time, urllib.request

PROGRAM, ARGUMENTS = sys.argv[1], sys.argv[2:]
SHORT = "--short" in ARGUMENTS
REPORT = ARGUMENTS[ARGUMENTS.index("--json") + 1] if "--json" in ARGUMENTS else None
PORT = int(os.environ.get("CAUNOI_REPLAY_PORT", "8170"))
INSIDE, OUTSIDE, ADMIN = PORT, PORT + 1, PORT + 2
HOST = "anson.localhost"
SPAM = '<a href="https://hi88.example/">ĐĂNG NHẬP HI88</a><br>'
PATIENCE = 400

place = tempfile.mkdtemp(prefix="caunoi-replay-")
data, www, cache = f"{place}/var", f"{place}/www", f"{place}/cache"
for folder in (www + "/upload", cache, place + "/t"):
    os.makedirs(folder)
os.chmod(place, 0o755)
started = []


def say(text):
    print(text, file=sys.stderr, flush=True)


def start(*command, log):
    out = open(f"{place}/{log}", "ab")
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=place)
    started.append(process)
    return process


def stop(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def get(path, port, **headers):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": HOST, **headers})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode()


def wait_for(what, seconds, test):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = test()
        except (OSError, sqlite3.Error):
            found = None
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit(f"error: {what} did not come in {seconds} seconds; logs are in {place}")


def nginx_conf(rewrite="", referrer="", cached=False):
    """A proxy as it stands before portals; `rewrite`: directives for everybody, `referrer`: for who comes from a search engine."""
    keep = "proxy_cache pages; proxy_cache_key $host$request_uri; proxy_cache_valid 200 10m; proxy_ignore_headers Cache-Control Expires Vary Set-Cookie;" if cached else ""
    user = "user root;" if os.geteuid() == 0 else ""
    with open(f"{place}/nginx.conf", "w") as file:
        file.write(f"""{user} daemon off; worker_processes 1; pid {place}/nginx.pid; error_log {place}/nginx.error.log;
events {{ worker_connections 256; }}
http {{
  types {{ text/html html; }} charset utf-8; log_format hosts '$host $remote_addr - - [$time_local] "$request" $status $body_bytes_sent'; access_log {place}/access.log hosts;
  client_body_temp_path {place}/t; proxy_temp_path {place}/t; fastcgi_temp_path {place}/t; uwsgi_temp_path {place}/t; scgi_temp_path {place}/t;
  proxy_cache_path {cache} keys_zone=pages:1m;
  map $http_referer $from {{ default 0; ~*google 1; }}
  server {{ listen 127.0.0.1:{OUTSIDE};
    location /upload/ {{ root {www}; }}
    location / {{ {referrer}
      proxy_pass http://127.0.0.1:{INSIDE}; proxy_set_header Host $host; proxy_set_header Accept-Encoding ""; proxy_set_header X-Forwarded-For $remote_addr;
      sub_filter_once off; {rewrite} {keep} }}
  }}
}}
""")


def reload_nginx(**options):
    nginx_conf(**options)
    subprocess.run(["nginx", "-c", f"{place}/nginx.conf", "-s", "reload"], check=True, capture_output=True)
    time.sleep(0.3)


def database():
    return sqlite3.connect(f"{data}/caunoi.db", timeout=30)


def cases(since):
    with sqlite3.connect(f"file:{data}/caunoi.db?mode=ro", uri=True, timeout=30) as db:
        return db.execute("SELECT id, target, status, findings, first_seen, closed_at FROM watch_case WHERE id > ? ORDER BY id", (since,)).fetchall()


def newest_case():
    found = cases(0)
    return found[-1][0] if found else 0


def attack(name, put_in, take_out, target=None):
    """Times from the moment it stands there to the case, and from the moment it is gone to the case's end."""
    before = newest_case()
    put_in()
    began = time.monotonic()
    case = wait_for(f"the case of '{name}'", PATIENCE, lambda: next((c for c in cases(before) if target is None or target in c[1]), None))
    seen = time.monotonic() - began
    kinds = []
    for one in json.loads(case[3]):
        if one["finding"]["kind"] not in kinds:
            kinds.append(one["finding"]["kind"])
    take_out()
    began = time.monotonic()
    wait_for(f"the end of '{name}'", PATIENCE, lambda: all(c[2] != "open" for c in cases(before)))
    healed = time.monotonic() - began
    results.append({"attack": name, "seen": round(seen, 1), "healed": round(healed, 1), "pages": len(cases(before)), "kinds": kinds[:4], "page": case[1]})
    say(f"{name}: seen after {seen:.1f} s ({', '.join(kinds[:4])}), right again {healed:.1f} s after it was gone")


def poison():
    """A page in the proxy's cache, changed in place: as many bytes as before."""
    for _ in range(50):
        for file in glob.glob(f"{cache}/**", recursive=True):
            if not os.path.isfile(file):
                continue
            raw = open(file, "rb").read()
            if f"KEY: {HOST}{article}\n".encode() not in raw:
                continue
            old = "UBND".encode()
            where = raw.find(old, raw.find(b"<main"))
            if where < 0:
                old = raw[raw.find(b"<h1", raw.find(b"<main")):].split(b">", 1)[1][:4]
                where = raw.find(old, raw.find(b"<main"))
            open(file, "r+b").write(raw[:where] + b"HI88"[: len(old)] + raw[where + len(old):])
            return
        get(article, OUTSIDE)
        time.sleep(0.2)
    raise SystemExit("error: the page did not come into the proxy's cache")


def sql(statement, *values):
    with database() as db:
        db.execute(statement, values)


results = []
try:
    subprocess.run([PROGRAM, "demo", "--size", "small", "--data", data, "--quiet"], check=True, cwd=place, stdout=subprocess.DEVNULL)
    serve = start(PROGRAM, "serve", "--data", data, "--listen", f"127.0.0.1:{INSIDE}", "--admin", f"127.0.0.1:{ADMIN}", "--public-port", str(OUTSIDE),
                  "--watch", "false", "--log-level", "warning", log="serve.log")
    nginx_conf()
    nginx = start("nginx", "-c", f"{place}/nginx.conf", log="nginx.log")
    wait_for("the portal", 120, lambda: get("/", OUTSIDE))
    listing = get("/tin-tuc/", INSIDE)
    articles = [a for a in re.findall(r'href="(/[a-z-]+/[a-z0-9-]*-[0-9a-z]{13})"', listing)]
    article = next((a for a in articles if "UBND tỉnh" in get(a, INSIDE)), articles[0])
    item = article[-13:]
    watch = start(PROGRAM, "watch", "--data", data, "--via", f"http://127.0.0.1:{OUTSIDE}", "--public-port", str(OUTSIDE), "--every", "5", "--rate", "50",
                  "--log", f"{place}/access.log", "--folder", f"{www}/upload=/upload", log="watch.log")
    wait_for("the watcher", 120, lambda: sqlite3.connect(f"{data}/caunoi.db").execute("SELECT 1 FROM watch_mark").fetchone())
    time.sleep(10)
    if cases(0):
        raise SystemExit(f"error: the watcher found something before there was anything: {cases(0)[0]}")

    attack("a rewriting proxy (nginx sub_filter) puts a link in place of a phrase",
           lambda: reload_nginx(rewrite=f"sub_filter 'UBND tỉnh' '{SPAM}';"), reload_nginx)
    attack("a cloaking proxy sends only who comes from a search engine elsewhere",
           lambda: reload_nginx(referrer="if ($from) { return 302 https://hi88.example/; }"), reload_nginx)

    def upload():
        with open(f"{www}/upload/hi88.html", "w") as file:
            file.write("<!DOCTYPE html><title>HI88</title><h1>ĐĂNG NHẬP HI88</h1>")
        os.chmod(f"{www}/upload/hi88.html", 0o644)

    attack("an uploaded HTML page, linked from nowhere", upload, lambda: os.remove(f"{www}/upload/hi88.html"), "/upload/")
    if not SHORT:
        reload_nginx(cached=True)
        attack("a poisoned page in the proxy's cache", poison, lambda: (shutil.rmtree(cache), os.makedirs(cache), reload_nginx()), article)
        number = int("".join(f"{'0123456789abcdefghjkmnpqrstvwxyz'.index(c):05b}" for c in item), 2)
        with database() as db:
            sealed, card = db.execute("SELECT edition.sealed, item.card FROM item JOIN edition ON edition.item = item.id AND edition.number = item.edition "
                                      "WHERE item.id = ?", (number,)).fetchone()
        broken = bytes([sealed[0]]) + bytes(b ^ 1 for b in sealed[1:])
        attack("SQL: the stored bytes of an edition are changed",
               lambda: sql("UPDATE edition SET sealed = ? WHERE item = ? AND sealed = ?", broken, number, sealed),
               lambda: sql("UPDATE edition SET sealed = ? WHERE item = ? AND sealed = ?", sealed, number, broken))
        attack("SQL: the stored title of an item in lists is changed; mended from the edition by the watcher itself",
               lambda: sql("UPDATE item SET card = ? WHERE id = ?", bytes(b ^ 1 for b in card), number), lambda: None)
    print(f"{'attack':88} {'seen':>7} {'right':>7}  found as")
    for one in results:
        print(f"{one['attack']:88} {one['seen']:6.1f}s {one['healed']:6.1f}s  {', '.join(one['kinds'])}")
    if REPORT:
        json.dump(results, open(REPORT, "w"), ensure_ascii=False, indent=1)
    kept = False
except BaseException:
    kept = True
    raise
finally:
    for process in reversed(started):
        stop(process)
    if not kept:
        shutil.rmtree(place)
