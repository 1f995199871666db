# The desk among a million items (CAUNOI_BENCH_ITEMS: how many): every screen a person uses, on both engines; keeping what is in hand; the editor on a slow telephone.
items="${CAUNOI_BENCH_ITEMS:-1000000}"
shared="${CAUNOI_SHARED_DATA:-$root/../shared/data}"
articles="$shared/news/articles.jsonl.zst"
for engine in ${CAUNOI_BENCH_ENGINES:-SQLite PostgreSQL}; do
    demo_on "$engine" "$bench_dir/desk-$engine"
    bytes="$([[ "$engine" == PostgreSQL ]] && echo BYTEA || echo BLOB)"
    # Rows without text (a list opens fifty cards, those of the newest page are real), one in two hundred waiting for approval, one in two hundred a draft;
    # 280,000 counts of what was read in a fortnight; 300,000 links, fifty of which stand in 20,000 articles; 5,000 people; as many lines of the trail as items.
    (source script/lib/desk-work.sql.sh) | sql
    site="$(sql <<<"SELECT id FROM site WHERE code = 'anson'")"
    if [[ -r "$articles" ]]; then
        # The index of search holds as many articles (CAUNOI_BENCH_INDEXED: how many), none of which is among the items; it is the same file for both engines.
        index="$bench_dir/desk-search-$site.db"
        "$caunoi" search bench "$articles" --count "${CAUNOI_BENCH_INDEXED:-$items}" --site "$site" --fill-only --file "$index" --quiet >/dev/null
        where+=(--search "$index")
        python3 script/lib/slugs.py "$articles" 2000 | awk -v site="$site" '{ printf "INSERT INTO missing_address (site, path, n, first_at, last_at) VALUES (%s, '"'%s'"', %d, 1577836800000, 1577836800000);\n", site, $0, 2000 - NR }' | sql
    fi
    # As a database is that was not filled a minute ago.
    if [[ "$engine" == PostgreSQL ]]; then sql <<<'VACUUM ANALYZE;' && sql <<<'CHECKPOINT;'; else sql <<<'ANALYZE;'; fi
    row "desk on $engine: items" "$(sql <<<'SELECT count(*) FROM item')" "" "people $(sql <<<'SELECT count(*) FROM person'), lines of the trail $(sql <<<'SELECT count(*) FROM audit')"
    start_server "${where[@]}" --worker none --speech false --client-rate 0
    # As a server is that was not started a moment ago: the watcher's first round (its browser starts, all pages are new to it) takes its share of two cores.
    sleep "${CAUNOI_BENCH_SETTLE:-20}"
    sign_in truong-ban
    portal="$desk_url/cong/anson"
    one() { screen "desk on $engine: $1" "${3:-}" "$2"; }
    one "its first page" "$desk_url"
    one "portals" "$desk_url/cong"
    one "overview" "$portal/tong-quan" "tasks, waiting, mine, figures, a fortnight's reads, most read today and in a week"
    one "all items" "$portal/bai"
    one "mine" "$portal/bai?xem=cua-toi"
    one "waiting" "$portal/bai?xem=cho-duyet" "one in two hundred waits"
    one "scheduled" "$portal/bai?xem=hen-gio"
    one "withdrawn" "$portal/bai?xem=da-go"
    one "items in the middle" "$portal/bai?truoc=$((1577836800000 + items * 500))-0000000000001"
    screen "desk on $engine: items by words" "four questions in turn" "$portal/bai?q=hop%20thuong%20ky" "$portal/bai?q=viet%20nam" "$portal/bai?q=giao%20thong" "$portal/bai?q=benh%20vien"
    one "calendar" "$portal/lich"
    live="$(id13 "$(sql <<<"SELECT min(id) FROM item WHERE presence = 'live' AND kind = 'news' AND card IS NOT NULL AND site = $site")")"
    one "a published item" "$portal/bai/$live"
    one "its history" "$portal/bai/$live/lich-su"
    one "a comparison" "$portal/bai/$live/so-sanh"
    one "its preview" "$portal/bai/$live/xem"
    one "palette, empty" "$desk_url/tim/ket-qua?q="
    screen "desk on $engine: palette" "six questions in turn, as JSON" "$desk_url/tim/ket-qua?q=viet%20nam" "$desk_url/tim/ket-qua?q=chuyen%20muc" "$desk_url/tim/ket-qua?q=nguyen%20van%2012" "$desk_url/tim/ket-qua?q=t" "$desk_url/tim/ket-qua?q=thanh%20pho%20ho%20ch" "$desk_url/tim/ket-qua?q=khong%20co%20gi"
    screen "desk on $engine: search page" "" "$desk_url/tim?q=viet%20nam" "$desk_url/tim?q=giao%20thong%20duong%20bo"
    for room in trang-chu chuyen-muc thuc-don giao-dien thong-bao-khan chuyen-huong; do one "$room" "$portal/$room"; done
    pages=() at=''
    for _ in 1 2 3 4 5 6 7 8; do
        pages+=("$portal/dia-chi-thieu$at")
        at="$(desk "$portal/dia-chi-thieu$at" | sed -n 's/.*rel="next" href="[^"]*\(?[^"]*\)".*/\1/p' | sed 's/&amp;/\&/g' | head -1)"
        [[ -n "$at" ]] || break
    done
    screen "desk on $engine: addresses not found" "${#pages[@]} pages in turn, twelve addresses each" "${pages[@]}"
    screen "desk on $engine: links that lead out" "every state in turn" "$portal/lien-ket" "$portal/lien-ket?xem=redirected" "$portal/lien-ket?xem=dangerous" "$portal/lien-ket?xem=skipped" "$portal/lien-ket?xem=ok" "$portal/lien-ket?xem=new"
    one "notices" "$desk_url/thong-bao"
    one "account" "$desk_url/tai-khoan"
    one "library" "$portal/thu-vien"
    form="$(desk "$portal/bai/moi" | form_token)"
    item="$(desk -o /dev/null -w '%{redirect_url}' --data-urlencode "_=$form" --data-urlencode "tieu-de=Bài đo" --data-urlencode "loai=news" --data-urlencode "chuyen-muc=tin-tuc" "$portal/bai/moi" | sed 's/\/sua$//')"
    one "a draft" "$item"
    one "the editor's page" "$item/sua"
    body="$(python3 -c "import json; print(json.dumps({'v': 1, 'blocks': [{'type': 'paragraph', 'text': ['Nước sông đang rút. ' * 12]}] * 40}, ensure_ascii=False))")"
    for number in $(seq 1 100); do
        python3 -c "import json,sys; print(json.dumps({'base': 1, 'version': $((number - 1)), 'tab': 'do', 'form': {'f.title': 'Bài đo $number', 'f.body': sys.argv[1], 'f.body.type': 'blocks'}}))" "$body" >"$place/form.json"
        desk -o "$place/page" -w '%{http_code} %{time_total}\n' -H "X-Caunoi-Form: $form" -H 'Content-Type: application/json' --data-binary "@$place/form.json" "$item/tu-luu"
    done | figures "desk on $engine: keeping 10 KB in hand" "the whole round trip, durable"
    if [[ "$engine" == PostgreSQL ]]; then
        :
    elif [[ -x .build/browser/bin/python ]]; then
        row "desk: editor usable on a slow telephone" "$(.build/browser/bin/python script/lib/editor.py "$server_port" "$place" "$caunoi" "$item/sua")" ms "median of 5: processor slowed four times, from the click to the caret"
    else
        row "desk: editor usable on a slow telephone" "-" "" "skipped: no browser (script/bootstrap --for test)"
    fi
    sign_in quan-tri
    for room in cong-con thiet-dat thu ban-giao; do one "$room" "$portal/$room"; done
    one "portals in bulk" "$portal/cong-con/hang-loat"
    one "people" "$portal/nguoi-dung" "5,000 of them"
    one "people by name" "$portal/nguoi-dung?q=van%2012"
    one "one person" "$portal/nguoi-dung/nguoi.77"
    one "audit trail" "$portal/nhat-ky"
    stop_server
done
