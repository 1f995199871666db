# What every benchmark uses. Sourced after steps.sh. Load goes to this machine's loopback address only.
# A benchmark script (script/bench.d/*.sh) is sourced with these in place and calls `row` for each figure it found.

# A program built elsewhere may be measured instead.
caunoi="${CAUNOI_BENCH_PROGRAM:-$root/.build/release/caunoi}"
bench_dir="${BENCH_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/caunoi-bench.XXXXXX")}"
results="$bench_dir/results.tsv"
server_pid=''
server_port=''
# Other processes of a benchmark: they end with it, however it ends.
others=()

# row NAME VALUE UNIT [NOTE]: one line of the table.
row() {
    [[ -n "${2:-}" ]] || die "the benchmark found no value for '$1'"
    printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "${4:-}" >>"$results"
}

# median: of the numbers on standard input, one a line; the mean of the middle two when they are even in number.
median() { sort -g | awk '{ a[NR] = $1 } END { if (NR == 0) exit 1; print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

# elapsed COMMAND…: its wall time in seconds with milliseconds; its output goes to the bench log.
elapsed() {
    local began ended
    began=$(date +%s%N)
    "$@" >>"$bench_dir/log" 2>&1 || {
        tail -n 20 "$bench_dir/log" >&2
        die "a measured command failed: $*"
    }
    ended=$(date +%s%N)
    awk -v ns="$((ended - began))" 'BEGIN { printf "%.3f\n", ns / 1e9 }'
}

# median_of N COMMAND…: the median wall time of N runs.
median_of() {
    local times="$1"
    shift
    for _ in $(seq "$times"); do elapsed "$@"; done | median
}

# Resident memory of a process in MB, now and at its highest.
rss_mb() { awk '/^VmRSS:/ { printf "%.1f\n", $2 / 1024 }' "/proc/$1/status"; }
peak_rss_mb() { awk '/^VmHWM:/ { printf "%.1f\n", $2 / 1024 }' "/proc/$1/status"; }
# Processor time that processes have used so far, all together and with those children of theirs that have ended, in seconds.
cpu_seconds() {
    local files=("${@/%//stat}")
    { cat "${files[@]/#//proc/}" 2>/dev/null || true; } | awk -v hz="$(getconf CLK_TCK)" '{ sub(/^.*\) /, ""); sum += $12 + $13 + $14 + $15 } END { printf "%.2f\n", sum / hz }'
}
# The same of whole families.
family_cpu() {
    local ids
    read -ra ids <<<"$(family "$@")"
    cpu_seconds "${ids[@]}"
}
family_pss() {
    local ids
    read -ra ids <<<"$(family "$@")"
    pss_mb "${ids[@]}"
}
# What processes hold in memory, all together, in MB; what they share is divided among those who share it.
pss_mb() {
    local files=("${@/%//smaps_rollup}")
    { cat "${files[@]/#//proc/}" 2>/dev/null || true; } | awk '/^Pss:/ { sum += $2 } END { printf "%.1f\n", sum / 1024 }'
}
# family PID…: these processes and all that came from them (a signer, the workers of a web server), in one line.
family() {
    ps -e -o pid=,ppid= | awk -v roots="$*" '
        { parent[$1] = $2 }
        END {
            for (n = split(roots, root, " "); n > 0; n--) if (root[n] in parent) ours[root[n]] = 1
            do { grown = 0; for (pid in parent) if (!(pid in ours) && parent[pid] in ours) { ours[pid] = 1; grown = 1 } } while (grown)
            for (pid in ours) printf "%s ", pid
        }'
}

free_port() {
    local candidate
    while :; do
        candidate=$((33000 + RANDOM % 20000))
        (: <"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null || { printf '%s\n' "$candidate" && return; }
    done
}

# wait_for_port PORT [SECONDS]: returns when something answers on the loopback address.
wait_for_port() {
    local deadline=$((SECONDS + ${2:-30}))
    until (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; do
        ((SECONDS < deadline)) || die "nothing answers on port $1 after ${2:-30} s; see $bench_dir/server.log"
        if [[ -n "$server_pid" ]] && ! kill -0 "$server_pid" 2>/dev/null; then die "the server ended early; see $bench_dir/server.log"; fi
        sleep 0.01
    done
}

# start_server [options of serve]: sets server_pid and server_port, returns when it answers.
start_server() {
    [[ -z "$server_pid" ]] || die "a measured server runs already"
    server_port="$(free_port)"
    "$caunoi" serve --listen "127.0.0.1:$server_port" --admin "127.0.0.1:$(free_port)" "$@" >"$bench_dir/server.log" 2>&1 </dev/null &
    server_pid=$!
    wait_for_port "$server_port"
}

stop_server() {
    [[ -n "$server_pid" ]] || return 0
    kill -TERM "$server_pid" 2>/dev/null || true
    for _ in $(seq 100); do
        kill -0 "$server_pid" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=''
}

# stop_others: ends what a benchmark started beside the measured server and added to `others`.
stop_others() {
    local pid
    for pid in "${others[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
    for _ in $(seq 150); do
        for pid in "${others[@]}"; do kill -0 "$pid" 2>/dev/null && sleep 0.1 && continue 2; done
        break
    done
    for pid in "${others[@]}"; do
        kill -KILL "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    others=()
}

# load PIDS PORT PATH [options of wrk]: wrk on kept connections to `host` for `seconds`; prints requests/s, microseconds of processor a request of those processes
# and their families (PIDS: one or more, in one word), p50 and p99 in ms, how many answers were refusals, how many there were. `load_by` stands before wrk (taskset -c 1).
load_by=() host='' seconds=6
load() {
    local pids port="$2" path="$3" before after
    read -ra pids <<<"$1"
    shift 3
    before="$(family_cpu "${pids[@]}")"
    "${load_by[@]}" wrk -t1 -c64 -d"${seconds}s" --latency -H "Host: $host" "$@" "http://127.0.0.1:$port$path" >"$bench_dir/wrk.out"
    after="$(family_cpu "${pids[@]}")"
    awk -v a="$after" -v b="$before" '
        function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /[0-9]s$/ && t !~ /ms$/ ? t * 1000 : t + 0 }
        $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) }
        /requests in/ { n = $1 } /Requests\/sec/ { r = $2 } /Non-2xx/ { bad = $NF }
        END { printf "%.0f %.2f %.2f %.2f %d %d\n", r, (a - b) * 1e6 / (n ? n : 1), p50, p99, bad, n }' "$bench_dir/wrk.out"
}
# column NUMBER FILE: the median of a column of such lines.
column() { awk -v c="$1" '{ print $c }' "$2" | median; }

# get HOST PATH: one request to the measured server, its body on standard output.
get() { curl --silent --show-error --fail --max-time 30 --resolve "$1:$server_port:127.0.0.1" "http://$1:$server_port$2"; }

# --- The desk, on either engine

# A PostgreSQL with fsync on, with nothing in it.
empty_postgres() {
    need_postgres
    script/postgres psql -qc 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS caunoi_keys CASCADE; DROP SCHEMA IF EXISTS caunoi_search CASCADE' >/dev/null 2>&1
}

# demo_on ENGINE PLACE: a small demo in an empty folder, its rows in SQLite (in that folder) or in PostgreSQL; sets `engine`, `place` and `where`, the
# options by which the program finds it.
demo_on() {
    engine="$1" place="$2" where=(--data "$2")
    rm -rf -- "$place"
    if [[ "$engine" == PostgreSQL ]]; then
        empty_postgres
        where+=(--database "$(postgres_url)")
    fi
    "$caunoi" demo --size small --quiet "${where[@]}" >/dev/null
}

# sql: what stands on standard input, in the demo's database; rows come back with their columns apart by '|'.
sql() {
    if [[ "$engine" == PostgreSQL ]]; then
        script/postgres psql -qAt -v ON_ERROR_STOP=1
    else
        { printf 'PRAGMA synchronous = OFF;\n' && cat; } | sqlite3 -bail "$place/caunoi.db" | sed '/^[0-9]$/{1d}'
    fi
}

# numbers N: "WITH RECURSIVE n(i)" of 1 to N, the same for both engines.
numbers() { printf 'WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < %s)' "$1"; }
# id13 NUMBER: the thirteen characters by which an id is called.
id13() { python3 -c "import sys; n = int(sys.argv[1]); print(''.join('0123456789abcdefghjkmnpqrstvwxyz'[n >> 5 * (12 - i) & 31] for i in range(13)))" "$1"; }

# desk OPTIONS…: curl to the desk of the measured server, with the cookies of who signed in.
desk() {
    curl --silent --show-error --max-time 60 --resolve "desk.localhost:$server_port:127.0.0.1" -b "$place/jar" -c "$place/jar" -H "Sec-Fetch-Site: same-origin" "$@"
}
# form_token: of the page on standard input.
form_token() { sed -n 's/.*name="_" value="\([a-z2-7]*\)".*/\1/p' | sed -n 1p; }

# sign_in PERSON: password and second factor, as a person gives them; sets `desk_url`.
sign_in() {
    desk_url="http://desk.localhost:$server_port/desk"
    rm -f -- "$place/jar"
    desk -o /dev/null --data-urlencode "_=$(desk "$desk_url/dang-nhap" | form_token)" --data-urlencode "ten=$1" --data-urlencode "mat-khau=cầu nối minh họa" "$desk_url/dang-nhap"
    desk -o /dev/null --data-urlencode "_=$(desk "$desk_url/xac-thuc" | form_token)" --data-urlencode "ma=$("$caunoi" user code "$1" "${where[@]}")" "$desk_url/xac-thuc"
}

# ask: the addresses on standard input, one after the other; status and seconds of each.
ask() {
    sed "s|.*|url = \"&\"\noutput = \"$place/page\"|" >"$place/asked"
    desk -g -w '%{http_code} %{time_total}\n' -K "$place/asked"
}

# figures NAME NOTE: status and seconds on standard input as one row of p50, p95 and p99. All must have been answered with 200.
figures() {
    local lines
    lines="$(cat)"
    [[ "$(cut -d' ' -f1 <<<"$lines" | sort -u)" == 200 ]] || die "$1 answers $(cut -d' ' -f1 <<<"$lines" | sort | uniq -c | tr '\n' ' ')"
    row "$1" "$(cut -d' ' -f2 <<<"$lines" | sort -g | awk '
        { t[NR] = $1 * 1000 }
        function at(share,  n) { n = int(NR * share + 0.999); return t[n < 1 ? 1 : n > NR ? NR : n] }
        END { printf "%.1f / %.1f / %.1f", at(0.5), at(0.95), at(0.99) }')" "ms p50/p95/p99" "$2"
}

# screen NAME NOTE ADDRESS…: a hundred requests, the addresses in turn.
screen() {
    local name="$1" note="$2"
    shift 2
    for ((asked = 0; asked < ${CAUNOI_BENCH_ASKED:-100}; asked++)); do
        local which=$((asked % $# + 1))
        printf '%s\n' "${!which}"
    done | ask | figures "$name" "$note"
}
