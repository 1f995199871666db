# Three nodes on one PostgreSQL: from a commit to what readers of each see, and what three make against one (pages that must be made, searches), also with each node held to a part of a core.
source script/lib/many.sh
node_articles="${CAUNOI_BENCH_NODE_ARTICLES:-20000}" node_publications="${CAUNOI_BENCH_NODE_PUBLICATIONS:-100}" node_share="${CAUNOI_BENCH_NODE_SHARE:-25}" seconds="${CAUNOI_BENCH_SECONDS:-10}"
node_group=/sys/fs/cgroup/cpu/caunoi-bench-$$
node_ports=() node_pids=()

# node NUMBER: one node with a folder of its own.
node() {
    local port
    port="$(free_port)"
    "$caunoi" serve --listen "127.0.0.1:$port" --admin "127.0.0.1:$(free_port)" --data "$place/node$1" --database "$(postgres_url)" --signer "$place/signer.sock" \
        --worker none --speech false --watch false --client-rate 0 --log-level error >"$bench_dir/node$1.log" 2>&1 </dev/null &
    others+=($!) node_pids+=($!) node_ports+=("$port")
    wait_for_port "$port" 60
}
# hold: each node gets so many hundredths of a core, whatever the others leave. Fails where the machine lets nobody do that.
hold() {
    local n=0 pid
    for pid in "${node_pids[@]}"; do
        n=$((n + 1))
        mkdir "$node_group-$n" 2>/dev/null && echo 20000 >"$node_group-$n/cpu.cfs_period_us" && echo $((node_share * 200)) >"$node_group-$n/cpu.cfs_quota_us" \
            && echo "$pid" >"$node_group-$n/cgroup.procs" || return 1
    done 2>/dev/null
}
let_nodes_go() {
    local group pid
    for group in "$node_group"-*; do
        [[ -d "$group" ]] || continue
        for pid in $(<"$group/cgroup.procs"); do echo "$pid" >/sys/fs/cgroup/cpu/cgroup.procs 2>/dev/null || true; done
        rmdir "$group" || true
    done
}
# together COUNT CONNECTIONS FILE: so many nodes at once, each with its share of the connections; requests a second of all.
together() {
    local n asking=() pid
    for ((n = 0; n < $1; n++)); do
        CAUNOI_HOST=bench.localhost CAUNOI_ADDRESSES="$3" wrk -t1 -c$(($2 / $1)) -d"${seconds}s" -s script/lib/addresses.lua "http://127.0.0.1:${node_ports[n]}" >"$bench_dir/together-$n" &
        asking+=($!)
    done
    for pid in "${asking[@]}"; do wait "$pid"; done
    for ((n = 0; n < $1; n++)); do cat "$bench_dir/together-$n"; done | awk '/Requests\/sec/ { sum += $2 } /Non-2xx/ { bad += $NF } END { if (bad) exit 1; printf "%.0f\n", sum }' \
        || die "some answers were refusals; see $bench_dir/together-0"
}
# against NAME NOTE
against() {
    local what file one three
    for what in "pages that must be made" "searches"; do
        file="$bench_dir/addresses" && [[ "$what" != searches ]] || file="$bench_dir/queries"
        one="$(together 1 12 "$file")" three="$(together 3 12 "$file")"
        row "three nodes, $what$1" "$three" "answers/s" "one node $one; ratio $(awk -v a="$three" -v b="$one" 'BEGIN { printf "%.2f", a / b }'); $2"
    done
}

if ! many_possible "" || ! /usr/bin/python3 -c 'import psycopg2' 2>/dev/null; then
    row "three nodes" "-" "" "skipped: real news in ${many_news%/*} and psycopg2 (script/bootstrap --for bench) are needed"
else
    many_begin PostgreSQL "$bench_dir/nodes"
    many_add "$node_articles"
    "$caunoi" signer --origin bench.localhost/log/1 --folder "$place/signer" --socket "$place/signer.sock" >"$bench_dir/signer.log" 2>&1 </dev/null &
    others+=($!)
    for _ in $(seq 100); do if [[ -S "$place/signer.sock" ]]; then break; fi; sleep 0.1; done
    for n in 1 2 3; do node "$n"; done
    # The index of search fills, the record is signed.
    quiet=0
    while ((quiet < 3)); do
        before="$(family_cpu "${node_pids[@]}")"
        sleep 2
        if awk -v a="$(family_cpu "${node_pids[@]}")" -v b="$before" 'BEGIN { exit a - b >= 0.3 }'; then quiet=$((quiet + 1)); else quiet=0; fi
    done
    python3 script/lib/recombine.py "$many_news" $((node_publications + 1)) 500000 >"$bench_dir/published.jsonl"
    publish_one() { sed -n "$1p" "$bench_dir/published.jsonl" >"$bench_dir/one.jsonl" && many_import "$bench_dir/one.jsonl"; }
    publish_one 1
    sleep 2
    /usr/bin/python3 script/lib/visible.py "$(postgres_url)" "$(IFS=, && echo "${node_ports[*]}")" bench.localhost /tin-tuc/ "$node_publications" >"$bench_dir/visible.txt" &
    following=$!
    until grep -q ready "$bench_dir/visible.txt" 2>/dev/null; do sleep 0.1; done
    for ((n = 2; n <= node_publications + 1; n++)); do publish_one "$n"; done
    wait "$following"
    row "three nodes, from commit to visible on all" "$(grep -v ready "$bench_dir/visible.txt" | sort -g | awk '
        { t[NR] = $1 }
        function at(share,  n) { n = int(NR * share + 0.999); return t[n < 1 ? 1 : n > NR ? NR : n] }
        END { printf "%.1f / %.1f / %.1f", at(0.5), at(0.99), t[NR] }')" "ms p50/p99/longest" "$node_publications publications by the command, each until the last of the three shows it; readers' requests included"

    server_port="${node_ports[0]}"
    random_articles 20000 "$bench_dir/addresses"
    many_queries "$bench_dir/queries"
    against "" "12 connections in all; nodes, PostgreSQL and load share $(nproc) cores"
    if hold; then
        against ", each held to $node_share % of a core" "12 connections in all; PostgreSQL and load take what they need"
        let_nodes_go
    else
        let_nodes_go
        row "three nodes, each held to a part of a core" "-" "" "skipped: no control group of processors may be made here"
    fi
    server_port=''
    stop_others
fi
