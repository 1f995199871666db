# What every benchmark uses. Sourced after steps.sh. Load goes to this machine's loopback address only.
# A benchmark script (script/bench.d/*.sh) is sourced with these in place and calls `row` for each figure it found.

caunoi="$root/.build/release/caunoi"
bench_dir="${BENCH_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/caunoi-bench.XXXXXX")}"
results="$bench_dir/results.tsv"
server_pid=''
server_port=''

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
# Processor time a process has used so far, in seconds.
cpu_seconds() { awk -v hz="$(getconf CLK_TCK)" '{ sub(/^.*\) /, ""); printf "%.2f\n", ($12 + $13) / hz }' "/proc/$1/stat"; }

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

# get HOST PATH: one request to the measured server, its body on standard output.
get() { curl --silent --show-error --fail --max-time 30 --resolve "$1:$server_port:127.0.0.1" "http://$1:$server_port$2"; }
