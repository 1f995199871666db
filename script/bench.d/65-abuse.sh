# Slow and greedy clients (slowhttptest, up to 10,000 connections) and what other readers (hey) notice of them.
if ! command -v slowhttptest >/dev/null || ! command -v hey >/dev/null; then
    row "abuse" "-" "" "skipped: slowhttptest and hey are needed (script/bootstrap --for bench)"
else
    [[ -d "$bench_dir/demo" ]] || "$caunoi" demo --size province --data "$bench_dir/demo" --quiet >/dev/null
    many="${CAUNOI_BENCH_CONNECTIONS:-10000}"
    (($(ulimit -n) > many + 500)) || ulimit -n "$(ulimit -Hn)"
    (($(ulimit -n) > many + 500)) || die "this shell may open only $(ulimit -n) files; $((many + 500)) are needed for $many connections"
    start_server --data "$bench_dir/demo" --client-rate 0
    abuse_article="http://127.0.0.1:$server_port$(get anson.localhost /tin-tuc/ | grep -o 'href="/[a-z-]*/[a-z0-9-]*-[0-9a-z]\{13\}"' | head -1 | sed 's/href="//; s/"//')"

    # readers: the p99 in ms of twenty who read on kept connections for five seconds, and how many answers were not 200.
    readers() {
        hey -z 5s -c 20 -host anson.localhost "$abuse_article" >"$bench_dir/hey.out"
        awk '$1 == "99%" || $1 == "99%%" { p99 = $3 * 1000 } /^ *\[[0-9]+\]/ { all += $2; if ($1 == "[200]") good += $2 } /Error distribution/ { errors = 1 }
             END { printf "%.1f %d %d\n", p99, all, all - good + (errors ? 1 : 0) }' "$bench_dir/hey.out"
    }
    read -r quiet answers bad < <(readers)
    row "readers alone, p99" "$quiet" ms "$answers answers, $bad not 200; $(rss_mb "$server_pid") MB"
    # MODE NAME OPTIONS…: the attack begins, and readers are measured in its middle.
    beside() {
        local name="$1" attacker held p99 answers bad
        shift
        slowhttptest "$@" -c "$many" -r 2000 -l 40 -u "$abuse_article" -x 24 -p 5 >"$bench_dir/slow.out" 2>&1 </dev/null &
        attacker=$!
        sleep 12
        held="$(ss -Htn state established "sport = :$server_port" | wc -l)"
        read -r p99 answers bad < <(readers)
        row "readers beside $name, p99" "$p99" ms "$answers answers, $bad not 200; $held connections held; $(rss_mb "$server_pid") MB"
        kill "$attacker" 2>/dev/null || true
        wait "$attacker" 2>/dev/null || true
        kill -0 "$server_pid" || die "the server did not live through $name"
    }
    beside "slow heads" -H -i 10
    beside "slow bodies" -B -i 10 -s 8192
    beside "slow reading" -X -w 512 -y 1024 -n 5 -z 32 -k 3
    beside "overlapping ranges" -R -a 10 -b 3000 -t HEAD
    sleep 40
    row "connections left a while after" "$(ss -Htn state established "sport = :$server_port" | wc -l)" "" "$(rss_mb "$server_pid") MB"
    stop_server
fi
