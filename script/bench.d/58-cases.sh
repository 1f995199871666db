# Casework: letters that become cases in a second (each durable before its receipt), and the desk's lists among them, on both engines.
cases_bench() {
    local engine="$1" name value
    shift
    "$caunoi" demo --size small --quiet "$@" >/dev/null
    "$caunoi" case-bench --letters "${CAUNOI_BENCH_LETTERS:-20000}" --json "$@" >"$bench_dir/cases.json" 2>>"$bench_dir/log"
    row "cases on $engine: received and receipted" "$(jq .perSecond "$bench_dir/cases.json")" "/s" "64 senders at once, p50 $(jq .p50 "$bench_dir/cases.json") ms, p99 $(jq .p99 "$bench_dir/cases.json") ms"
    "$caunoi" case-bench --letters "${CAUNOI_BENCH_LETTERS:-20000}" --asked 1 --proof-bits 6 --json "$@" >"$bench_dir/proofs.json" 2>>"$bench_dir/log"
    row "cases on $engine: the same in a flood, with proofs" "$(jq .perSecond "$bench_dir/proofs.json")" "/s" "worked out beforehand, each looked at with its letter, p99 $(jq .p99 "$bench_dir/proofs.json") ms"
    jq -r '.lists | to_entries[] | "\(.key)\t\(.value[0])\t\(.value[1])"' "$bench_dir/cases.json" | while IFS=$'\t' read -r name value rest; do
        row "cases on $engine: list $name, p95" "$rest" ms "p50 $value ms, among $(jq .cases "$bench_dir/cases.json")"
    done
}
rm -rf "$bench_dir/cases" "$bench_dir/cases-pg"
cases_bench SQLite --data "$bench_dir/cases"
need_postgres
script/postgres psql -qc 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS caunoi_keys CASCADE' >/dev/null 2>&1 || true
cases_bench PostgreSQL --data "$bench_dir/cases-pg" --database "$(postgres_url)"

# A province with many cases (CAUNOI_BENCH_CASES: how many) on both engines: counting them all, then every view of the list, the board in each period, the public figures.
cases="${CAUNOI_BENCH_CASES:-1000000}"
for engine in ${CAUNOI_BENCH_ENGINES:-SQLite PostgreSQL}; do
    demo_on "$engine" "$bench_dir/many-cases-$engine"
    # Those that stand first in lists are real letters: what a list opens is sealed.
    "$caunoi" case-bench --letters 1000 --asked 1 --json "${where[@]}" >/dev/null 2>>"$bench_dir/log"
    sql <<<"UPDATE case_file SET due_at = due_at - 5184000000, counted = 0; DELETE FROM case_step; DELETE FROM case_sum; DELETE FROM case_pace;"
    (source script/lib/case-work.sql.sh) | sql
    if [[ "$engine" == PostgreSQL ]]; then sql <<<'VACUUM ANALYZE;' && sql <<<'CHECKPOINT;'; else sql <<<'ANALYZE;'; fi
    row "cases on $engine: counting $(sql <<<'SELECT count(*) FROM case_file') anew" "$(elapsed "$caunoi" cases recount --quiet "${where[@]}")" s "by 'caunoi cases recount', figures readable meanwhile"
    if [[ "$engine" == PostgreSQL ]]; then sql <<<'VACUUM ANALYZE;' && sql <<<'CHECKPOINT;'; else sql <<<'ANALYZE;'; fi
    start_server "${where[@]}" --worker none --speech false --client-rate 0
    sign_in truong-ban
    # The first minutes are for those whose time ran out before the server started.
    for _ in $(seq 1 300); do
        [[ "$(sql <<<'SELECT count(*) FROM case_step')" == 0 && "$(sql <<<"SELECT count(*) FROM case_file WHERE ended = 0 AND late = 0 AND due_at < $(date +%s)000")" == 0 ]] && break
        sleep 1
    done
    # As a server is that was not started a moment ago (as with the desk).
    sleep "${CAUNOI_BENCH_SETTLE:-20}"
    room="$desk_url/cong/anson/ho-so"
    for view in open overdue 1-ngay 3-ngay mine agency unassigned door review waiting ended; do screen "cases on $engine: list $view" "" "$room?xem=$view"; done
    screen "cases on $engine: list by track, field and channel" "" "$room?luong=petition" "$room?linh-vuc=land" "$room?kenh=letter&luong=question"
    screen "cases on $engine: list by words" "" "$room?q=nuoc%20sach"
    for period in "$(date +%Y-%m)" "$(date +%Y)-Q$((($(date +%-m) - 1) / 3 + 1))" "$(date +%Y)"; do
        screen "cases on $engine: board $period" "$(sql <<<'SELECT count(*) FROM case_sum') sums" "$room/bang?ky=$period"
    done
    row "cases on $engine: public figures, made anew" "$(elapsed get anson.localhost /phan-anh-kien-nghi/thong-ke)" s "then kept for minutes"
    stop_server
done
