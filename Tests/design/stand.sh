#!/usr/bin/env bash
# Makes the demo, serves it on a free port at one fixed moment, runs prove.py on it, and ends what it started.
#
#   stand.sh PROGRAM [options and parts of prove.py]
#
# The clock stands at the same moment whenever this runs (Debian's faketime, a program of its own), so the same portals show the same pages every day.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program="$1"
shift
python="${CAUNOI_BROWSER_PYTHON:-$here/../../.build/browser/bin/python}"
# One of each arrangement and each language, the main portal first; one has a long name.
portals=(anson so-y-te.anson chansonlangvong.anson dulich.anson doanhnghiep.anson en.anson zh.anson)
folder="$(mktemp -d "${TMPDIR:-/tmp}/caunoi-face.XXXXXX")"
server=''
at() { faketime --exclude-monotonic -f "@$1" env -u CAUNOI_CONFIG -u CAUNOI_DATABASE -u CAUNOI_KEYS TZ=UTC "$program" "${@:2}"; }
finish() {
    local status=$?
    trap - EXIT
    if [[ -n "$server" ]]; then kill -TERM "$server" 2>/dev/null || true; fi
    wait || true
    rm -rf -- "$folder"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The program itself, below the shell and the faketime that wait for it: the signal must go to that one.
below() {
    local pid="$1" child
    while child="$(cut -d' ' -f1 <"/proc/$pid/task/$pid/children" 2>/dev/null)" && [[ -n "$child" ]]; do pid="$child"; done
    printf '%s' "$pid"
}

free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

at "2026-11-20 02:00:00" demo --size small --data "$folder/data" --quiet >/dev/null
port="$(free_port)"
at "2026-11-20 03:00:00" serve --listen "127.0.0.1:$port" --admin "127.0.0.1:$(free_port)" --data "$folder/data" --client-rate 0 --log-level error \
    >"$folder/server.log" 2>&1 </dev/null &
wrapper=$!
for _ in $(seq 300); do
    server="$(below "$wrapper")"
    if curl -sf -o "$folder/home" -H "Host: anson.localhost:$port" "http://127.0.0.1:$port/"; then break; fi
    kill -0 "$wrapper" 2>/dev/null || { cat "$folder/server.log" >&2 && exit 2; }
    sleep 0.1
done
[[ -s "$folder/home" ]] || { echo "the server does not answer" >&2 && exit 2; }
# The index of search is made while the portals serve.
for _ in $(seq 600); do
    if ! curl -sf -H "Host: anson.localhost:$port" "http://127.0.0.1:$port/tim-kiem?q=x%C3%A3" | grep -q 'data-k="search.building"'; then break; fi
    sleep 0.2
done
list="$(printf '%s.localhost,' "${portals[@]}")"
"$python" "$here/prove.py" --port "$port" --portals "${list%,}" "$@"
