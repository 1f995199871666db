# Articles by the hundred thousand on either engine, recombined from real news. Sourced by those benchmarks that measure among many.
many_news="${CAUNOI_SHARED_DATA:-$root/../shared/data}/news/articles.jsonl.zst"
many="${CAUNOI_BENCH_ARTICLES:-1000000}"
many_seconds=''

# many_possible [FOLDER]: there is what they are made of, or a folder that holds them already.
many_possible() { [[ -r "$many_news" || -d "${1:-}" ]]; }

# many_begin ENGINE PLACE: an empty installation with one portal and two people who may import, its rows in SQLite (in that folder) or in PostgreSQL; sets
# `engine`, `place` and `where` as demo_on does.
many_begin() {
    engine="$1" place="$2" where=(--data "$2")
    rm -rf -- "$place"
    if [[ "$engine" == PostgreSQL ]]; then
        empty_postgres
        where+=(--database "$(postgres_url)")
    fi
    "$caunoi" init --origin bench.localhost --name "Cổng đo" --host bench.localhost --quiet "${where[@]}" >/dev/null
    for person in an.nv binh.tt; do "$caunoi" user add "$person" --role editorInChief --site main --quiet "${where[@]}" >/dev/null; done
}

# many_import FILE: one recorded act of the two.
many_import() { "$caunoi" import news "$1" --site main --section tin-tuc --as an.nv --confirmed-by binh.tt --rejects "$bench_dir" --quiet "${where[@]}"; }

# many_add COUNT [FIRST]: articles FIRST to FIRST + COUNT, a hundred thousand at a time; the same for the same numbers. `many_seconds`: what importing them took,
# writing their file not counted.
many_add() {
    local last=$(($1 + ${2:-0})) first part began
    many_seconds=0
    for ((first = ${2:-0}; first < last; first += 100000)); do
        part=$((last - first < 100000 ? last - first : 100000))
        python3 script/lib/recombine.py "$many_news" "$part" "$first" >"$bench_dir/part.jsonl"
        began=$(date +%s.%N)
        many_import "$bench_dir/part.jsonl"
        many_seconds="$(awk -v sum="$many_seconds" -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", sum + b - a }')"
    done
    rm -f -- "$bench_dir/part.jsonl"
}

# many_in PLACE: so many (`many`) in SQLite in that folder, unless they are there; sets `where`, `held` (how many there are) and `megabytes` (of the database).
many_in() {
    place="$1" engine=SQLite where=(--data "$1")
    if [[ ! -d "$place" ]]; then
        many_begin SQLite "$place"
        many_add "$many"
    fi
    "$caunoi" migrate "${where[@]}" --quiet
    held="$(sqlite3 "$place/caunoi.db" 'SELECT count(*) FROM item' 2>/dev/null || echo "$many")"
    megabytes="$(du -m "$place/caunoi.db" | cut -f1)"
}

# random_articles COUNT FILE: addresses of articles of the measured server, mixed, always in the same way.
random_articles() {
    local part
    for part in $(get bench.localhost /sitemap.xml | grep -o '<loc>[^<]*/sitemap/[0-9][^<]*' | sed 's/.*\/sitemap\//\/sitemap\//' | sed -n '1,60p'); do
        get bench.localhost "$part" | grep -o '<loc>[^<]*' | sed 's/^<loc>[a-z]*:\/\/[^/]*//'
    done | grep -- '-[0-9a-z]\{13\}$' | sort -R --random-source=<(yes) | sed -n "1,$1p" >"$2"
}

# many_queries FILE: addresses of five hundred searches as people type them: two words of a real title that stand beside each other.
many_queries() {
    zstd -dcq "$many_news" | python3 -c '
import json, random, sys, urllib.parse
chance = random.Random(1)
titles = [json.loads(line)["title"].split() for line in sys.stdin]
for words in chance.sample([words for words in titles if len(words) > 4], 500):
    first = chance.randrange(len(words) - 1)
    print("/tim-kiem?q=" + urllib.parse.quote_plus(" ".join(words[first:first + 2])))' >"$1"
}
