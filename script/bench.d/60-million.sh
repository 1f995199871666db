# A million articles (CAUNOI_BENCH_ARTICLES: how many; CAUNOI_BENCH_MILLION: a data folder that holds them already): start, uncached pages, memory of kept pages.
shared="${CAUNOI_SHARED_DATA:-$root/../shared/data}"
many="${CAUNOI_BENCH_ARTICLES:-1000000}"
data="${CAUNOI_BENCH_MILLION:-$bench_dir/million}"
if [[ ! -r "$shared/news/articles.jsonl.zst" ]]; then
    row "a million articles" "-" "" "skipped: no real news in $shared"
else
    if [[ ! -d "$data" ]]; then
        "$caunoi" init --origin bench.localhost --name "Cổng đo" --host bench.localhost --data "$data" --quiet >/dev/null
        for person in an.nv binh.tt; do "$caunoi" user add "$person" --role editorInChief --site main --data "$data" --quiet >/dev/null; done
        for ((first = 0; first < many; first += 100000)); do
            part=$((many - first < 100000 ? many - first : 100000))
            python3 script/lib/recombine.py "$shared/news/articles.jsonl.zst" "$part" "$first" >"$bench_dir/part.jsonl"
            "$caunoi" import news "$bench_dir/part.jsonl" --site main --section tin-tuc --data "$data" --as an.nv --confirmed-by binh.tt --quiet
        done
        rm -f "$bench_dir/part.jsonl"
    fi
    "$caunoi" migrate --data "$data" --quiet
    held="$(sqlite3 "$data/caunoi.db" 'SELECT count(*) FROM item' 2>/dev/null || echo "$many")"
    row "articles" "$held" "" "database $(du -m "$data/caunoi.db" | cut -f1) MB"
    starts=()
    for _ in 1 2 3 4 5; do
        began=$(date +%s.%N)
        # The index of search follows in the background whenever it is behind: it is not what is measured.
        start_server --data "$data" --search "$bench_dir/million-search.db"
        get bench.localhost / >/dev/null
        starts+=("$(awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "%.3f", b - a }')")
        stop_server
        rm -f "$bench_dir"/million-search.db*
    done
    row "cold start, $held articles" "$(printf '%s\n' "${starts[@]}" | sort -n | sed -n 3p)" s "median of 5: from the command to the home page"

    start_server --data "$data" --search "$bench_dir/million-search.db" --client-rate 0 --cache-size 4000
    for part in $(get bench.localhost /sitemap.xml | grep -o '<loc>[^<]*/sitemap/[0-9][^<]*' | sed 's/.*\/sitemap\//\/sitemap\//' | head -60); do
        get bench.localhost "$part" | grep -o '<loc>[^<]*' | sed 's/^<loc>[a-z]*:\/\/[^/]*//'
    done | grep -- '-[0-9a-z]\{13\}$' | sort -R --random-source=<(yes) | sed -n '1,100000p' >"$bench_dir/addresses"
    export CAUNOI_ADDRESSES="$bench_dir/addresses" CAUNOI_HOST=bench.localhost
    wrk -t1 -c4 -d20s --latency -s script/lib/addresses.lua "http://127.0.0.1:$server_port" >"$bench_dir/wrk.out"
    row "uncached articles among $held" "$(awk '/Requests\/sec/ { printf "%.0f", $2 }' "$bench_dir/wrk.out")" "pages/s" "4 connections, random pages, load on the same two cores"
    cat >"$bench_dir/p95.lua" <<'LUA'
dofile("script/lib/addresses.lua")
function done(summary, latency) io.write(string.format("p95 %.2f\n", latency:percentile(95) / 1000)) end
LUA
    wrk -t1 -c4 -d20s -s "$bench_dir/p95.lua" "http://127.0.0.1:$server_port" >"$bench_dir/wrk.out"
    row "uncached articles among $held, p95" "$(awk '$1 == "p95" { print $2 }' "$bench_dir/wrk.out")" ms ""
    before="$(rss_mb "$server_pid")"
    count="$(wc -l <"$bench_dir/addresses")"
    CAUNOI_CACHED=1 wrk -t1 -c8 -d"${CAUNOI_BENCH_FILL:-120}s" -s script/lib/addresses.lua "http://127.0.0.1:$server_port" >/dev/null
    sleep 5
    after="$(rss_mb "$server_pid")"
    row "memory of $count kept pages" "$(awk -v a="$after" -v b="$before" 'BEGIN { printf "%.0f", a - b }')" MB "resident $before MB before, $after MB after"
    stop_server
fi
