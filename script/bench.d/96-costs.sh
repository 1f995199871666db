# What one costs a node (a cached hit, a page made, a search, a publication, a portal, a connection, an item), and how it grows with items (CAUNOI_BENCH_SIZES), on CAUNOI_BENCH_ENGINES (SQLite unless said).
source script/lib/many.sh
sizes="${CAUNOI_BENCH_SIZES:-10000 100000 1000000}"
portals="${CAUNOI_BENCH_PORTALS:-219}" connections="${CAUNOI_BENCH_CONNECTIONS:-10000}" publications="${CAUNOI_BENCH_PUBLICATIONS:-20}"
seconds="${CAUNOI_BENCH_SECONDS:-6}" host=bench.localhost load_by=()

# costs_server: the measured server with nothing beside it; `roots` are the processes whose families do the work, PostgreSQL's among them where it is used.
costs_server() {
    CAUNOI_CLIENT_CONNECTIONS=$((connections + 100)) start_server "${where[@]}" --worker none --speech false --watch false --client-rate 0
    roots=("$server_pid")
    if [[ "$engine" == PostgreSQL ]]; then roots+=("$(sql <<<"SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)")"); fi
}
# settled: returns when nothing has been going on for four seconds (an index that fills, a record that is signed).
settled() {
    local before after quiet=0 deadline=$((SECONDS + ${CAUNOI_BENCH_SETTLE:-14400}))
    after="$(family_cpu "${roots[@]}")"
    while ((quiet < 2)); do
        ((SECONDS < deadline)) || die "the server does not come to rest"
        before="$after"
        sleep 2
        after="$(family_cpu "${roots[@]}")"
        if awk -v a="$after" -v b="$before" 'BEGIN { exit a - b >= 0.1 }'; then quiet=$((quiet + 1)); else quiet=0; fi
    done
}
each_kb() { awk -v a="$1" -v b="$2" -v n="$3" 'BEGIN { printf "%.1f", (a - b) * 1024 / n }'; }

# Memory of the server with a number of portals: at rest, and after every home page was read once.
with_portals() {
    costs_server
    settled
    at_rest="$(family_pss "$server_pid")"
    local name
    for name in $("$caunoi" site list "${where[@]}" --json | jq -r '.[] | .hosts[0] // empty'); do get "$name" / >/dev/null; done
    after_reading="$(family_pss "$server_pid")"
    stop_server
}
portal_costs() {
    local one_rest one_read n
    many_begin "$engine" "$bench_dir/costs-portals"
    with_portals
    one_rest="$at_rest" one_read="$after_reading"
    for ((n = 2; n <= portals; n++)); do
        "$caunoi" site add "so-$n" --parent main --name "Sở số $n" --host "so-$n.bench.localhost" --quiet "${where[@]}" >/dev/null
    done
    with_portals
    row "costs on $engine: memory of a portal at rest" "$(each_kb "$at_rest" "$one_rest" $((portals - 1)))" KB "$one_rest MB with 1 portal, $at_rest MB with $portals; PSS, signer included"
    row "costs on $engine: memory of a portal whose home page was read" "$(each_kb "$after_reading" "$one_read" $((portals - 1)))" KB "$one_read MB with 1, $after_reading MB with $portals"
}

# processor NAME PATH [options of wrk]: microseconds a request.
processor() {
    local name="$1" path="$2" rate cost p50 p99 bad answers
    shift 2
    read -r rate cost p50 p99 bad answers < <(load "${roots[*]}" "$server_port" "$path" "$@")
    if [[ "${bad:-all}" != 0 ]]; then die "$name: ${bad:-all} refusals"; fi
    row "$among: $name" "$cost" us "$answers of them, $rate/s with the load on the same cores, p50 $p50 ms, p99 $p99 ms"
}

# One item an act, each by a command of its own beside the server, as fast as they come.
publication_costs() {
    local began before after n idle share elapsed commands
    before="$(family_cpu "${roots[@]}")"
    sleep 10
    idle="$(awk -v a="$(family_cpu "${roots[@]}")" -v b="$before" 'BEGIN { printf "%.4f", (a - b) / 10 }')"
    row "$among: processor at rest" "$(awk -v i="$idle" 'BEGIN { printf "%.1f", i * 100 }')" "% of one core" "over 10 s"
    python3 script/lib/recombine.py "$many_news" "$publications" "$published" >"$bench_dir/published.jsonl"
    published=$((published + publications))
    : >"$bench_dir/published.times"
    before="$(family_cpu "${roots[@]}")" began=$(date +%s.%N)
    for ((n = 1; n <= publications; n++)); do
        sed -n "${n}p" "$bench_dir/published.jsonl" >"$bench_dir/one.jsonl"
        { TIMEFORMAT='%U %S' && time many_import "$bench_dir/one.jsonl" 2>>"$bench_dir/log"; } 2>>"$bench_dir/published.times"
    done
    sleep 4
    after="$(family_cpu "${roots[@]}")" elapsed="$(awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { print b - a }')"
    share="$(awk -v a="$after" -v b="$before" -v i="$idle" -v s="$elapsed" -v n="$publications" 'BEGIN { printf "%.1f", (a - b - i * s) * 1000 / n }')"
    commands="$(awk -v n="$publications" '{ sum += $1 + $2 } END { printf "%.1f", sum * 1000 / n }' "$bench_dir/published.times")"
    row "$among: publication" "$share" ms "signing, lists, search, pages let go$([[ "$engine" != PostgreSQL ]] || printf ', PostgreSQL'); above what rest costs; $publications of them, the command took $commands ms more each"
}

connection_costs() {
    local before after held
    if (($(ulimit -Hn) < connections + 500)); then
        row "$among: memory of an idle connection" "-" "" "skipped: a process may open only $(ulimit -Hn) files here"
        return
    fi
    before="$(family_pss "$server_pid")"
    coproc holder { exec python3 script/lib/connections.py "$server_port" "$host" / "$connections"; }
    # shellcheck disable=SC2154 # coproc sets it
    others+=("$holder_PID")
    read -r -t 120 _ held <&"${holder[0]}" || die "no connections are held"
    after="$(family_pss "$server_pid")"
    stop_others
    row "$among: memory of an idle connection" "$(each_kb "$after" "$before" "$held")" KB "$held of $connections held after one page each; $before MB before, $after MB with them, PSS"
}

database_bytes() {
    if [[ "$engine" == PostgreSQL ]]; then sql <<<'SELECT pg_database_size(current_database())'; else stat -c %s "$place/caunoi.db"; fi
}
for engine in ${CAUNOI_BENCH_ENGINES:-SQLite}; do
    portal_costs
    if ! many_possible ""; then
        row "costs on $engine among many items" "-" "" "skipped: no real news"
        continue
    fi
    many_begin "$engine" "$bench_dir/costs-$engine"
    many_queries "$bench_dir/queries"
    # Those that are published one by one come after the others in time, and before today.
    have=0 published=1010000 empty="$(database_bytes)"
    for size in $(tr ' ' '\n' <<<"$sizes" | sort -n); do
        among="costs on $engine, $size items"
        many_add $((size - have)) "$have"
        row "$among: import" "$(awk -v n=$((size - have)) -v s="$many_seconds" 'BEGIN { printf "%.0f", n / s }')" "articles/s" "articles $have to $size in $many_seconds s"
        have="$size"
        # The first server fills the index of search and signs; the second is measured.
        costs_server
        settled
        stop_server
        if [[ "$engine" == PostgreSQL ]]; then sql <<<'VACUUM ANALYZE;' && sql <<<'CHECKPOINT;'; else sql <<<'PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;' >/dev/null; fi
        costs_server
        settled
        row "$among: memory at rest" "$(family_pss "$server_pid")" MB "PSS, signer included; $(rss_mb "$server_pid") MB resident"
        bytes="$(database_bytes)"
        row "$among: database" "$((bytes >> 20))" MB "$(awk -v a="$bytes" -v b="$empty" -v n="$size" 'BEGIN { printf "%.2f", (a - b) / 1024 / n }') KB an item; index of search $(($(stat -c %s "$place/search.db") >> 20)) MB"
        random_articles 100000 "$bench_dir/addresses"
        article="$(sed -n 1p "$bench_dir/addresses")"
        export CAUNOI_HOST="$host" CAUNOI_ADDRESSES="$bench_dir/addresses"
        processor "cached hit" "$article"
        processor "uncached article" / -c4 -s script/lib/addresses.lua
        processor "uncached section page" /tin-tuc/ -c4 -H 'Authorization: Bearer none'
        processor "uncached home page" / -c4 -H 'Authorization: Bearer none'
        CAUNOI_ADDRESSES="$bench_dir/queries" processor "search" / -c4 -s script/lib/addresses.lua
        publication_costs
        connection_costs
        stop_server
    done
done
