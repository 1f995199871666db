# A million articles (CAUNOI_BENCH_ARTICLES: how many; CAUNOI_BENCH_MILLION: a data folder that holds them already): start, uncached pages, memory of kept pages.
source script/lib/many.sh
data="${CAUNOI_BENCH_MILLION:-$bench_dir/million}"
if ! many_possible "$data"; then
    row "a million articles" "-" "" "skipped: no real news in ${many_news%/*}"
else
    many_in "$data"
    [[ -z "${many_seconds:-}" ]] || row "import of $held articles" "$(awk -v n="$held" -v s="$many_seconds" 'BEGIN { printf "%.0f", n / s }')" "articles/s" "$many_seconds s"
    row "articles" "$held" "" "database $megabytes MB"
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
    random_articles 100000 "$bench_dir/addresses"
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
