# Import of real news: articles a second on both engines, a second run, and the size of what is kept.
shared="${CAUNOI_SHARED_DATA:-$root/../shared/data}"
articles="$shared/news/articles.jsonl.zst"
if [[ ! -r "$articles" ]]; then
    row "import" "-" "" "skipped: no real news in $shared"
else
    total=$(zstd -dcq "$articles" | wc -l)
    import_into() { # name, options of every command
        local name="$1" start seconds
        shift
        "$caunoi" init --origin bench.localhost --name "Cổng đo" --host bench.localhost --quiet "$@" >/dev/null
        for person in an.nv binh.tt; do "$caunoi" user add "$person" --role editorInChief --site main --quiet "$@" >/dev/null; done
        start=$(date +%s.%N)
        "$caunoi" import news "$articles" --site main --section tin-tuc --date 2017-03-01 --as an.nv --confirmed-by binh.tt --quiet "$@"
        seconds=$(elapsed_since "$start")
        row "import, $name" "$(awk -v n="$total" -v s="$seconds" 'BEGIN { printf "%.0f", n / s }')" "articles/s" "$total real articles in ${seconds} s"
        start=$(date +%s.%N)
        "$caunoi" import news "$articles" --site main --section tin-tuc --date 2017-03-01 --as an.nv --confirmed-by binh.tt --quiet "$@"
        row "import again, $name" "$(elapsed_since "$start")" s "nothing changes"
    }
    elapsed_since() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }'; }
    import_into sqlite --data "$bench_dir/import-sqlite"
    row "database of those articles, sqlite" "$(du -m "$bench_dir/import-sqlite/caunoi.db" | cut -f1)" MB ""
    need_postgres
    script/postgres psql -qc 'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS caunoi_keys CASCADE' >/dev/null 2>&1 || true
    import_into postgres --data "$bench_dir/import-postgres" --database "$(postgres_url)"
fi
