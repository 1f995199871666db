# From the commit of a publication to the reader's page, through PostgreSQL's notice and the page cache.
if ! /usr/bin/python3 -c 'import psycopg2' 2>/dev/null; then
    row "from commit to visible" "-" "" "skipped: no psycopg2 (script/bootstrap --for bench)"
else
    need_postgres
    script/postgres psql -qc 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS caunoi_keys CASCADE; DROP SCHEMA IF EXISTS caunoi_search CASCADE' >/dev/null 2>&1 || true
    where=(--data "$bench_dir/visible" --database "$(postgres_url)")
    "$caunoi" init --origin bench.localhost --name "Cổng đo" --host bench.localhost --quiet "${where[@]}" >/dev/null
    for person in an.nv binh.tt; do "$caunoi" user add "$person" --role editorInChief --site main --quiet "${where[@]}" >/dev/null; done
    start_server "${where[@]}" --client-rate 0
    for number in $(seq 0 30); do
        printf '{"id":"v%s","title":"Tin %s","body":"Nội dung %s","published_at":"2026-11-20T08:%02d:00Z"}\n' "$number" "$number" "$number" "$number" >"$bench_dir/visible-$number.jsonl"
    done
    publish() { "$caunoi" import news "$bench_dir/visible-$1.jsonl" --site main --section tin-tuc --as an.nv --confirmed-by binh.tt --quiet "${where[@]}"; }
    publish 0
    /usr/bin/python3 script/lib/visible.py "$(postgres_url)" "$server_port" bench.localhost /tin-tuc/ 30 >"$bench_dir/visible.txt" &
    watcher=$!
    until grep -q ready "$bench_dir/visible.txt" 2>/dev/null; do sleep 0.1; done
    for number in $(seq 1 30); do publish "$number"; done
    wait "$watcher"
    sort -g <(grep -v ready "$bench_dir/visible.txt") >"$bench_dir/visible.sorted"
    row "from commit to visible" "$(sed -n 15p "$bench_dir/visible.sorted")" ms "median of 30 publications; longest $(tail -1 "$bench_dir/visible.sorted") ms; includes the reader's own requests"
    stop_server
fi
