# Publishing with the public record: until the entry is durable and its head signed, with 1, 8 and 32 editors at once, on both engines.
record_bench() {
    local engine="$1" name value
    shift
    "$caunoi" demo --size small --quiet "$@" >/dev/null
    "$caunoi" log bench --json "$@" >"$bench_dir/record.json" 2>/dev/null
    python3 - "$bench_dir/record.json" <<'PY' | while IFS=$'\t' read -r name value; do row "record, $engine: $name" "$value" ms "entry durable, head signed"; done
import json, sys
answer = json.load(open(sys.argv[1]))
print(f"one synced write of 4 KiB\t{answer['sync']}")
for figure in answer["figures"]:
    for part in ("p50", "p99"):
        print(f"publish, {figure['editors']} editors, {part}\t{figure[part]}")
PY
}
rm -rf "$bench_dir/record" "$bench_dir/record-pg"
record_bench SQLite --data "$bench_dir/record"
need_postgres
script/postgres psql -qc 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS caunoi_keys CASCADE' >/dev/null 2>&1 || true
record_bench PostgreSQL --data "$bench_dir/record-pg" --database "$(postgres_url)"
