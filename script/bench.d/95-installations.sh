# Many installations on one machine (CAUNOI_BENCH_INSTALLATIONS: how many; 57: 34 provinces, 22 ministries, the Government Portal): started, idle, publishing, stopped.
count="${CAUNOI_BENCH_INSTALLATIONS:-57}" idle_seconds="${CAUNOI_BENCH_IDLE:-60}" stop_seconds=10
place="$bench_dir/installations"
mkdir -p "$place"
kind_of() { if (($1 <= 34)); then printf 'tỉnh %d' "$1"; elif (($1 <= 56)); then printf 'bộ %d' "$(($1 - 34))"; else printf 'Chính phủ %d' "$(($1 - 56))"; fi; }
took() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f", b - a }'; }

declare -A taken=()
# A free port that none of the others was given.
own_port() {
    own="$(free_port)"
    while [[ -n "${taken[$own]:-}" ]]; do own="$(free_port)"; done
    taken[$own]=yes
}
ports=() admins=()
for ((n = 1; n <= count; n++)); do
    data="$place/$n"
    "$caunoi" init --origin "cong-$n.localhost" --name "Cổng thông tin điện tử $(kind_of "$n")" --host "cong-$n.localhost" --data "$data" --quiet >/dev/null
    for person in an.nv binh.tt; do "$caunoi" user add "$person" --role editorInChief --site main --data "$data" --quiet >/dev/null; done
    printf '{"id":"v%d","title":"Tin của cổng %d","body":"Nội dung","published_at":"2026-11-20T08:00:00Z"}\n' "$n" "$n" >"$data/item.jsonl"
    own_port && ports[n]="$own"
    own_port && admins[n]="$own"
done

# ask_all FILE: the requests of a curl configuration, all at once in one process; prints what its `write-out` says.
ask_all() { curl --silent --parallel --parallel-immediate --parallel-max 100 --max-time 5 --globoff -K "$1" 2>>"$bench_dir/log" || true; }
# wait_for_all LIMIT FILE ready|shown: asks until every answer is 200, or has the title of its item in it; prints the seconds since `began`.
wait_for_all() {
    local limit="$1" asked="$2" wanted="$3" ready n
    while :; do
        rm -f -- "$place"/shown-*
        ready="$(ask_all "$asked" | grep -c '^200$' || true)"
        if [[ "$wanted" == shown ]]; then
            ready=0
            for ((n = 1; n <= count; n++)); do if grep -qs "Tin của cổng $n<" "$place/shown-$n"; then ready=$((ready + 1)); fi; done
        fi
        ((ready < count)) || break
        awk -v a="$began" -v b="$(date +%s.%N)" -v limit="$limit" 'BEGIN { exit b - a > limit }' || die "after $limit s only $ready of $count installations are $wanted"
        sleep 0.1
    done
    took "$began"
}
for ((n = 1; n <= count; n++)); do
    ((n == 1)) || printf 'next\n'
    printf 'url = "http://127.0.0.1:%d/healthz/ready"\noutput = "%s"\nwrite-out = "%%{http_code}\\n"\n' "${admins[n]}" /dev/null
done >"$place/ready.curl"
for ((n = 1; n <= count; n++)); do
    ((n == 1)) || printf 'next\n'
    printf 'url = "http://127.0.0.1:%d/tin-tuc/"\nheader = "Host: cong-%d.localhost"\noutput = "%s"\nwrite-out = "%%{http_code}\\n"\n' "${ports[n]}" "$n" "$place/shown-$n"
done >"$place/shown.curl"

began=$(date +%s.%N)
for ((n = 1; n <= count; n++)); do
    "$caunoi" serve --listen "127.0.0.1:${ports[n]}" --admin "127.0.0.1:${admins[n]}" --data "$place/$n" --worker none --speech false --watch false \
        --client-rate 0 --stop-seconds "$stop_seconds" >"$place/$n/server.log" 2>&1 </dev/null &
    others+=($!)
done
name="$count installations"
row "$name: all ready" "$(wait_for_all 300 "$place/ready.curl" ready)" s "started together, each with folder, port, database and signer of its own; no watcher, worker, voice"

sleep 10
read -ra ids <<<"$(family "${others[@]}")"
row "$name: memory" "$(pss_mb "${ids[@]}")" MB "PSS of ${#ids[@]} processes, ten seconds after the start"
each=()
for pid in "${others[@]}"; do each+=("$(family_pss "$pid")"); done
row "$name: memory of one" "$(printf '%s\n' "${each[@]}" | median)" MB "median; most $(printf '%s\n' "${each[@]}" | sort -g | tail -n 1) MB"
before="$(cpu_seconds "${ids[@]}")"
sleep "$idle_seconds"
after="$(cpu_seconds "${ids[@]}")"
row "$name: processor when idle" "$(awk -v a="$after" -v b="$before" -v s="$idle_seconds" 'BEGIN { printf "%.1f", (a - b) * 100 / s }')" "% of one core" "all together, over $idle_seconds s"

# Each publishes: an import of two people, by the command, while it serves.
before="$after"
began=$(date +%s.%N)
publishing=()
for ((n = 1; n <= count; n++)); do
    "$caunoi" import news "$place/$n/item.jsonl" --site main --section tin-tuc --as an.nv --confirmed-by binh.tt --rejects "$place" --data "$place/$n" --quiet \
        >>"$bench_dir/log" 2>&1 &
    publishing+=($!)
done
for pid in "${publishing[@]}"; do wait "$pid" || die "an installation could not publish; see $bench_dir/log"; done
published="$(took "$began")"
row "$name: all have published and show it" "$(wait_for_all 300 "$place/shown.curl" shown)" s "one item each, at once, by the command; the last command ended after $published s"
# Under a signed head, and the whole record recomputed from what is stored.
signed() { "$caunoi" log checkpoint --json --quiet --data "$1" 2>>"$bench_dir/log" | jq -e '.note != null and .size == .entries and .size > 0' >/dev/null; }
verified=0
for ((n = 1; n <= count; n++)); do
    for _ in $(seq 100); do
        if signed "$place/$n"; then break; fi
        sleep 0.1
    done
    signed "$place/$n" || die "what installation $n published is not under a signed head"
    if "$caunoi" log verify --data "$place/$n" --quiet >>"$bench_dir/log" 2>&1; then verified=$((verified + 1)); fi
done
row "$name: records that verify" "$verified" "" "of $count, each with all its entries under a signed head"
row "$name: processor of the servers for it" "$(awk -v a="$(cpu_seconds "${ids[@]}")" -v b="$before" -v n="$count" 'BEGIN { printf "%.0f", (a - b) * 1000 / n }')" "ms each" "from the first command to the last check, idleness included"

began=$(date +%s.%N)
for pid in "${others[@]}"; do kill -TERM "$pid"; done
left="$count"
while ((left > 0)) && awk -v a="$began" -v b="$(date +%s.%N)" -v limit="$stop_seconds" 'BEGIN { exit b - a > limit }'; do
    sleep 0.1
    left=0
    for pid in "${others[@]}"; do if kill -0 "$pid" 2>/dev/null; then left=$((left + 1)); fi; done
done
row "$name: all stopped" "$(took "$began")" s "$((count - left)) of $count within stop-seconds ($stop_seconds)"
stop_others
((left == 0)) || die "$left installations did not stop within $stop_seconds s"
((verified == count)) || die "$((count - verified)) records do not verify; see $bench_dir/log"
