# The desk among a million items (CAUNOI_BENCH_ITEMS: how many): pages of the newsroom, keeping what is in hand, the editor on a slow telephone.
items="${CAUNOI_BENCH_ITEMS:-1000000}"
place="$bench_dir/desk"
rm -rf "$place"
"$caunoi" demo --size small --data "$place" --quiet >/dev/null
# Years of work below the demo's own articles: rows without text (a list opens fifty cards, those of the newest page are real), one in two hundred waiting
# for approval, one in two hundred a draft.
sqlite3 "$place/caunoi.db" <<SQL
PRAGMA synchronous = OFF;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $items)
INSERT INTO item (id, site, kind, lang, section, stage, presence, author, approvals_needed, due_at, revision, edition, published_at, updated_at, last_seq,
    card, source_key, created_at, changed_at, version, creator)
SELECT i * 4194304 + 1, site, kind, lang, section, CASE i % 200 WHEN 0 THEN 'submitted' WHEN 1 THEN 'draft' ELSE 'settled' END, 'live', author, 1, NULL, 1, 1,
    1577836800000 + i * 1000, NULL, -1, NULL, NULL, 1577836800000 + i * 1000, 1577836800000 + i * 1000, 1, author
FROM n, (SELECT * FROM item WHERE presence = 'live' AND kind = 'news' AND site = (SELECT id FROM site WHERE code = 'anson') LIMIT 1);
ANALYZE;
SQL
row "items" "$(sqlite3 "$place/caunoi.db" 'SELECT count(*) FROM item')" "" "database $(du -m "$place/caunoi.db" | cut -f1) MB"
start_server --data "$place" --worker none --speech false --client-rate 0
desk() { curl --silent --show-error --max-time 30 --resolve "desk.localhost:$server_port:127.0.0.1" -b "$place/jar" -c "$place/jar" -H "Sec-Fetch-Site: same-origin" "$@"; }
token() { sed -n 's/.*name="_" value="\([a-z2-7]*\)".*/\1/p' | head -1; }
desk_url="http://desk.localhost:$server_port/desk"
form="$(desk "$desk_url/dang-nhap" | token)"
desk -o /dev/null --data-urlencode "_=$form" --data-urlencode "ten=truong-ban" --data-urlencode "mat-khau=cầu nối minh họa" "$desk_url/dang-nhap"
form="$(desk "$desk_url/xac-thuc" | token)"
desk -o /dev/null --data-urlencode "_=$form" --data-urlencode "ma=$("$caunoi" user code truong-ban --data "$place")" "$desk_url/xac-thuc"
# p95 NAME NOTE COMMAND…: of forty requests.
p95() {
    local name="$1" note="$2" times=()
    shift 2
    for _ in $(seq 1 40); do times+=("$(desk -o "$place/page" -w '%{http_code} %{time_total}\n' "$@")"); done
    [[ "$(printf '%s\n' "${times[@]}" | cut -d' ' -f1 | sort -u)" == 200 ]] || die "$name answers $(printf '%s\n' "${times[@]}" | cut -d' ' -f1 | sort | uniq -c | tr '\n' ' ')"
    row "$name, p95" "$(printf '%s\n' "${times[@]}" | cut -d' ' -f2 | sort -g | sed -n 38p | awk '{ printf "%.1f", $1 * 1000 }')" ms "$note"
}
bai="$desk_url/cong/anson/bai"
p95 "desk: overview" "alarms, tasks, waiting, mine, what readers read" "$desk_url/"
p95 "desk: all items" "" "$bai"
p95 "desk: mine" "" "$bai?xem=cua-toi"
p95 "desk: waiting" "one in two hundred waits" "$bai?xem=cho-duyet"
p95 "desk: scheduled" "" "$bai?xem=hen-gio"
p95 "desk: withdrawn" "" "$bai?xem=da-go"
p95 "desk: items in the middle" "" "$bai?truoc=$((1577836800000 + items * 500))-0000000000001"
p95 "desk: calendar" "" "$desk_url/cong/anson/lich"
desk -o /dev/null --data-urlencode "_=$form" "$bai/moi" >/dev/null
form="$(desk "$bai/moi" | token)"
item="$(desk -o /dev/null -w '%{redirect_url}' --data-urlencode "_=$form" --data-urlencode "tieu-de=Bài đo" --data-urlencode "loai=news" --data-urlencode "chuyen-muc=tin-tuc" "$bai/moi" | sed 's/\/sua$//')"
p95 "desk: an item" "" "$item"
p95 "desk: the editor's page" "" "$item/sua"
times=() version=0
body="$(python3 -c "import json; print(json.dumps({'v': 1, 'blocks': [{'type': 'paragraph', 'text': ['Nước sông đang rút. ' * 12]}] * 40}, ensure_ascii=False))")"
for number in $(seq 1 60); do
    python3 -c "import json,sys; print(json.dumps({'base': 1, 'version': $((number - 1)), 'tab': 'do', 'form': {'f.title': 'Bài đo $number', 'f.body': sys.argv[1], 'f.body.type': 'blocks'}}))" "$body" >"$place/form.json"
    times+=("$(desk -o "$place/page" -w '%{http_code} %{time_total}\n' -H "X-Caunoi-Form: $form" -H 'Content-Type: application/json' --data-binary "@$place/form.json" "$item/tu-luu")")
done
[[ "$(printf '%s\n' "${times[@]}" | cut -d' ' -f1 | sort -u)" == 200 ]] || die "keeping answers $(cat "$place/page")"
row "desk: keeping 10 KB in hand, median" "$(printf '%s\n' "${times[@]}" | cut -d' ' -f2 | sort -g | sed -n 30p | awk '{ printf "%.1f", $1 * 1000 }')" ms "the whole round trip, durable"
row "desk: keeping 10 KB in hand, p95" "$(printf '%s\n' "${times[@]}" | cut -d' ' -f2 | sort -g | sed -n 57p | awk '{ printf "%.1f", $1 * 1000 }')" ms ""
if [[ -x .build/browser/bin/python ]]; then
    row "desk: editor usable on a slow telephone" "$(.build/browser/bin/python script/lib/editor.py "$server_port" "$place" "$caunoi" "$item/sua")" ms "median of 5: processor slowed four times, from the click to the caret"
else
    row "desk: editor usable on a slow telephone" "-" "" "skipped: no browser (script/bootstrap --for test)"
fi
stop_server
