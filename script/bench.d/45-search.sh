# Search: indexing, and p50/p95 of query shapes on articles recombined from real sentences (CAUNOI_BENCH_SEARCH: sizes, default 100000).
shared="${CAUNOI_SHARED_DATA:-$root/../shared/data}"
articles="$shared/news/articles.jsonl.zst"
if [[ ! -r "$articles" ]]; then
    row "search" "-" "" "skipped: no real news in $shared"
else
    search_figures() { # JSON file, label
        python3 - "$1" "$2" <<'PY'
import json, sys
answer = json.load(open(sys.argv[1]))
label = sys.argv[2]
def row(*cells): print("\t".join(str(cell) for cell in cells))
if answer.get("documentsPerSecond"): row(f"search {label}: indexing", round(answer["documentsPerSecond"]), "documents/s", f"{answer['documents']} documents")
row(f"search {label}: index", round(answer["megabytes"]), "MB", "")
if answer.get("knownItems") is not None: row(f"search {label}: known items in the first ten", round(answer["knownItems"] * 100, 1), "%", "real titles without marks")
for figure in answer["figures"]: row(f"search {label}: {figure['name']}, p95", figure["p95"], "ms", f"p50 {figure['p50']} ms; found {figure['found']}")
PY
    }
    "$caunoi" search bench "$articles" --known-items --count 25000 --file "$bench_dir/known.db" --json --quiet >"$bench_dir/known.json"
    search_figures "$bench_dir/known.json" "real articles" >>"$results"
    for size in ${CAUNOI_BENCH_SEARCH:-100000}; do
        "$caunoi" search bench "$articles" --count "$size" --file "$bench_dir/search-$size.db" --json --quiet >"$bench_dir/search-$size.json"
        search_figures "$bench_dir/search-$size.json" "$size" >>"$results"
    done
fi
