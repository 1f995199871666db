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

# Checking off line: a page of the demo with its proof, in process; and a record of a million entries from files, everything recomputed.
"$caunoi" demo --size small --quiet --data "$bench_dir/verify" >/dev/null
start_server --data "$bench_dir/verify"
host=anson.localhost
path=$(get "$host" / | grep -o 'href="/[^"]*-[0-9a-z]\{13\}"' | sed -n 1p | cut -d'"' -f2)
get "$host" "$path" >"$bench_dir/page.html"
get "$host" "$path.tlog-proof" >"$bench_dir/page.tlog-proof"
stop_server
key=$("$caunoi" log checkpoint --json --data "$bench_dir/verify" | python3 -c 'import json, sys; print(json.load(sys.stdin)["key"])')
row "record: check a saved page off line, p50" "$("$caunoi" verify "$bench_dir/page.html" --key "$key" --times 200)" ms "page of $(($(wc -c <"$bench_dir/page.html") / 1024)) KiB, in process"
key=$("$caunoi" log write "$bench_dir/long" --entries 1000000)
python3 - "$caunoi" log verify "$bench_dir/long" --key "$key" >"$bench_dir/long.time" <<'PY'
import resource, subprocess, sys, time
began = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(f"{time.monotonic() - began:.1f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}")
PY
row "record: verify 1,000,000 entries from files" "$(cut -d' ' -f1 "$bench_dir/long.time")" s "$(($(cut -d' ' -f2 "$bench_dir/long.time") / 1024)) MiB at most"
rm -rf "$bench_dir/long"
