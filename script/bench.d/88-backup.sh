# Backup, trial and restore of a large installation (CAUNOI_BENCH_ARTICLES: how many items, a million unless said; CAUNOI_BENCH_MILLION: a data folder that holds them already), SQLite.
source script/lib/many.sh
data="${CAUNOI_BENCH_MILLION:-$bench_dir/million}"
if ! many_possible "$data"; then
    row "backup of a million items" "-" "" "skipped: no real news in ${many_news%/*}"
else
    many_in "$data"
    "$caunoi" log adopt --data "$data" --quiet >/dev/null
    recipient="$("$caunoi" backup keygen "$bench_dir/backup.key")"
    backup_places=("$bench_dir/backup" --backup-keys "$bench_dir/backup-keys")
    # timed NAME NOTE COMMAND…: seconds, and the memory it took at most.
    timed() {
        local name="$1" note="$2"
        shift 2
        python3 - "$@" >"$bench_dir/backup.time" <<'PY'
import resource, subprocess, sys, time
began = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(f"{time.monotonic() - began:.1f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024}")
PY
        row "$name" "$(cut -d' ' -f1 "$bench_dir/backup.time")" s "$note; $(cut -d' ' -f2 "$bench_dir/backup.time") MB of memory at most"
    }
    note="$held items, database $megabytes MB"
    timed "backup, the first" "$note" "$caunoi" backup "${backup_places[@]}" --recipient "$recipient" --data "$data" --quiet
    # Publishing meanwhile: how long a commit waits is what an editor feels. It writes, so not into a folder that others measure too.
    if [[ -z "${CAUNOI_BENCH_MILLION:-}" ]]; then
        "$caunoi" log bench --json --data "$data" >"$bench_dir/backup-idle.json" 2>/dev/null
        "$caunoi" backup "${backup_places[@]}" --recipient "$recipient" --data "$data" --quiet >/dev/null &
        backup_pid=$!
        "$caunoi" log bench --json --data "$data" >"$bench_dir/backup-busy.json" 2>/dev/null
        wait "$backup_pid"
        for state in idle busy; do
            value="$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["figures"][0]["p99"])' "$bench_dir/backup-$state.json")"
            row "publish, 1 editor, p99, $([[ "$state" == busy ]] && echo "while a backup is made" || echo "alone")" "$value" ms "$note"
        done
    fi
    timed "backup tried (verify-backup)" "$note, the record worked out anew" "$caunoi" verify-backup "${backup_places[@]}" --identity "$bench_dir/backup.key" \
        --scratch "$bench_dir/scratch" --quiet
    timed "backup given back (restore)" "$note" "$caunoi" restore "${backup_places[@]}" --identity "$bench_dir/backup.key" --data "$bench_dir/restored" --quiet
    row "size of one set" "$(du -m "$bench_dir"/backup/sets/* | sort -n | tail -n 1 | cut -f1)" MB "$note; files apart"
    rm -rf "$bench_dir/backup" "$bench_dir/backup-keys" "$bench_dir/restored" "$bench_dir/scratch"
fi
