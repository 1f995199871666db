# Casework: letters that become cases in a second (each durable before its receipt), and the desk's lists among them, on both engines.
cases_bench() {
    local engine="$1" name value
    shift
    "$caunoi" demo --size small --quiet "$@" >/dev/null
    "$caunoi" case-bench --letters "${CAUNOI_BENCH_LETTERS:-20000}" --json "$@" >"$bench_dir/cases.json" 2>>"$bench_dir/log"
    row "cases on $engine: received and receipted" "$(jq .perSecond "$bench_dir/cases.json")" "/s" "64 senders at once, p50 $(jq .p50 "$bench_dir/cases.json") ms, p99 $(jq .p99 "$bench_dir/cases.json") ms"
    jq -r '.lists | to_entries[] | "\(.key)\t\(.value[0])\t\(.value[1])"' "$bench_dir/cases.json" | while IFS=$'\t' read -r name value rest; do
        row "cases on $engine: list $name, p95" "$rest" ms "p50 $value ms, among $(jq .cases "$bench_dir/cases.json")"
    done
}
rm -rf "$bench_dir/cases" "$bench_dir/cases-pg"
cases_bench SQLite --data "$bench_dir/cases"
need_postgres
script/postgres psql -qc 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS caunoi_keys CASCADE' >/dev/null 2>&1 || true
cases_bench PostgreSQL --data "$bench_dir/cases-pg" --database "$(postgres_url)"
