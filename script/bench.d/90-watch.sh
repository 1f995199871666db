# The watcher: pages a second over HTTP (CAUNOI_BENCH_WATCH_WALK: how many, 20,000 unless said), twelve kinds of injection found, false findings on pages as they were published.
[[ -d "$bench_dir/demo" ]] || "$caunoi" demo --size province --data "$bench_dir/demo" --quiet >/dev/null
server_port="$(free_port)"
"$caunoi" serve --listen "127.0.0.1:$server_port" --admin "127.0.0.1:$(free_port)" --data "$bench_dir/demo" --client-rate 0 --watch false --log-level error \
    >"$bench_dir/server.log" 2>&1 </dev/null &
server_pid=$!
wait_for_port "$server_port"
# Status 1 says that something was found, which is a figure too.
"$caunoi" watch --once --pages "${CAUNOI_BENCH_WATCH_WALK:-20000}" --no-browser --public-port "$server_port" --data "$bench_dir/demo" --json --quiet >"$bench_dir/watch.json" 2>>"$bench_dir/log" || (($? == 1))
row "watcher: over HTTP, each page as four visitors" "$(jq '.pages / .seconds * 10 | round / 10' "$bench_dir/watch.json")" "pages/s" "$(jq -r '"\(.pages) pages"' "$bench_dir/watch.json")"
row "watcher: false findings over HTTP" "$(jq '.found | length' "$bench_dir/watch.json")" pages "of $(jq '.pages' "$bench_dir/watch.json") as four visitors"
stop_server
"$caunoi" watch-bench --pages "${CAUNOI_BENCH_WATCH_PAGES:-500}" --clean "${CAUNOI_BENCH_WATCH_CLEAN:-100000}" --data "$bench_dir/demo" --json --quiet >"$bench_dir/engine.json"
engine() { jq -r "$1" "$bench_dir/engine.json"; }
row "watcher: injections found, with the page made anew" "$(engine '[.found[][0]] | add')" "" "of $(engine '[.found[][1]] | add'), 12 kinds in $(engine .pages) pages"
row "watcher: injections found, with the record alone" "$(engine '[.foundFromOutside[][0]] | add')" "" "of $(engine '[.foundFromOutside[][1]] | add')"
row "watcher: false findings of the engine" "$(engine .falseFindings)" "" "of $(engine .clean) comparisons, $(engine '.comparisonsASecond | round')/s in $(engine .tasks) tasks, making the page included"
