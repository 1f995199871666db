#!/usr/bin/env bash
# Makes the demo, serves it on a free port at one fixed moment, runs prove.py on it, and ends what it started.
#
#   stand.sh PROGRAM [options and parts of prove.py]
#
# The clock starts at the same moment whenever this runs (clock.c), so the same portals show the same pages every day.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program="$1"
shift
python="${CAUNOI_BROWSER_PYTHON:-$here/../../.build/browser/bin/python}"
# One of each arrangement and each language, the main portal first; one has a long name.
portals=(anson so-y-te.anson chansonlangvong.anson dulich.anson doanhnghiep.anson en.anson zh.anson)
folder="$(mktemp -d "${TMPDIR:-/tmp}/caunoi-face.XXXXXX")"
server=''
# at MOMENT: what a program at that moment is called by.
at() { at=(env -u CAUNOI_CONFIG -u CAUNOI_DATABASE -u CAUNOI_KEYS TZ=UTC CAUNOI_WALL="$(date -u -d "$1" +%s)" LD_PRELOAD="$folder/clock.so" "$program"); }
finish() {
    local status=$?
    trap - EXIT
    if [[ -n "$server" ]]; then
        kill -TERM "$server" 2>/dev/null || true
        # A server that does not stop must not hold up what waits for this script.
        for _ in $(seq 100); do kill -0 "$server" 2>/dev/null && sleep 0.1 || break; done
        kill -KILL "$server" 2>/dev/null || true
    fi
    rm -rf -- "$folder"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

"${CC:-cc}" -shared -fPIC -O1 -o "$folder/clock.so" "$here/clock.c"
free_port() { "$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

at "2026-11-20 02:00:00"
"${at[@]}" demo --size small --data "$folder/data" --quiet >/dev/null
port="$(free_port)"
at "2026-11-20 03:00:00"
"${at[@]}" serve --listen "127.0.0.1:$port" --admin "127.0.0.1:$(free_port)" --data "$folder/data" --client-rate 0 --log-level error \
    >"$folder/server.log" 2>&1 </dev/null &
server=$!
for _ in $(seq 300); do
    if curl -sf -o "$folder/home" -H "Host: anson.localhost:$port" "http://127.0.0.1:$port/"; then break; fi
    kill -0 "$server" 2>/dev/null || { cat "$folder/server.log" >&2 && exit 2; }
    sleep 0.1
done
[[ -s "$folder/home" ]] || { echo "the server does not answer" >&2 && exit 2; }
# The index of search is made while the portals serve.
for _ in $(seq 600); do
    found="$(curl -sf -H "Host: anson.localhost:$port" "http://127.0.0.1:$port/tim-kiem?q=x%C3%A3" || true)"
    if [[ "$found" != *'data-k="search.building"'* && "$found" != *'data-k="search.none"'* ]]; then break; fi
    sleep 0.2
done
list="$(printf '%s.localhost,' "${portals[@]}")"
"$python" "$here/prove.py" --port "$port" --portals "${list%,}" "$@"
