# Cold start with 50,000 articles: from the command to the first page.
shared="${CAUNOI_SHARED_DATA:-$root/../shared/data}"
headlines="$shared/news/headlines.jsonl.zst"
if [[ ! -r "$headlines" ]]; then
    row "cold start" "-" "" "skipped: no real news in $shared"
else
    data="$bench_dir/cold"
    "$caunoi" init --origin bench.localhost --name "Cổng đo" --host bench.localhost --data "$data" --quiet >/dev/null
    for person in an.nv binh.tt; do "$caunoi" user add "$person" --role editorInChief --site main --data "$data" --quiet >/dev/null; done
    zstd -dcq "$headlines" | sed -n "1,50000p" >"$bench_dir/headlines.jsonl"
    "$caunoi" import news "$bench_dir/headlines.jsonl" --site main --section tin-tuc --data "$data" --as an.nv --confirmed-by binh.tt --quiet || true
    starts=()
    for _ in 1 2 3 4 5 6 7; do
        began=$(date +%s.%N)
        start_server --data "$data"
        get bench.localhost / >/dev/null
        starts+=("$(awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "%.3f", b - a }')")
        stop_server
    done
    row "cold start, 50,000 articles" "$(printf '%s\n' "${starts[@]}" | sort -n | sed -n 4p)" s "median of 7: from the command to the home page"
fi
