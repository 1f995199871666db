# The mirror: a whole installation written out as files, written again, and served.
mirror_data="$bench_dir/demo" mirror="$bench_dir/mirror"
[[ -d "$mirror_data" ]] || "$caunoi" demo --size province --data "$mirror_data" --quiet >/dev/null
# What is not signed has no proof: a server signs it.
start_server --data "$mirror_data" --watch false
sleep 5
stop_server
mirror_seconds() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.2f", b - a }'; }
mirror_figure() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$bench_dir/mirror.json" "$1"; }
for run in "from nothing" "again"; do
    began="$(date +%s.%N)"
    "$caunoi" export static "$mirror" --data "$mirror_data" --json --quiet >"$bench_dir/mirror.json" 2>>"$bench_dir/log" || [[ $? == 1 ]]
    took="$(mirror_seconds "$began")"
    row "mirror $run" "$took" s "$(mirror_figure addresses) addresses, $(mirror_figure written) files written, $(($(mirror_figure bytes) >> 20)) MB"
    row "mirror $run, rate" "$(awk -v n="$(mirror_figure made)" -v s="$took" 'BEGIN { printf "%.0f", n / s }')" "answers/s" "start of the program included"
    pages="$(find "$mirror" -name '*.html' | wc -l)"
    row "100,000 pages, reckoned ($run)" "$(awk -v n="$pages" -v s="$took" 'BEGIN { printf "%.0f", 100000 * s / n }')" s "from $pages pages with all that belongs to them"
done
row "mirror checked before it is served" "$(median_of 3 bash -c "timeout 60 '$caunoi' serve --mirror '$mirror' --listen 127.0.0.1:0 --admin 127.0.0.1:0 2>&1 | grep -m1 Listening")" s "every file against its digest; median of 3"
