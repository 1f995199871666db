# The library of the desk among a million files (CAUNOI_BENCH_FILES: how many): lists, searches and filters, p95 of a person's requests.
files="${CAUNOI_BENCH_FILES:-1000000}"
place="$bench_dir/library"
rm -rf "$place"
"$caunoi" demo --size small --data "$place" --quiet >/dev/null
# Files as an import leaves them, with words of twenty kinds: some in every second title, some in one of a thousand.
sqlite3 "$place/caunoi.db" <<SQL
PRAGMA synchronous = OFF;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $files)
INSERT INTO library_file (id, site, kind, name, title, alt, is_decorative, caption, author, rights, tags, focus_x, focus_y, is_shared, is_used, lacks_alt, state, number,
    asset, media_type, bytes, width, height, added_by, added_at, changed_at, is_indexed, version)
SELECT i * 4194304, (SELECT id FROM site WHERE code = 'anson'), CASE i % 10 WHEN 0 THEN 'document' WHEN 5 THEN 'film' ELSE 'picture' END, 'anh-' || i || '.jpg',
    'Ảnh hội nghị số ' || i, CASE WHEN i % 3 = 0 THEN '' ELSE 'Toàn cảnh' END, 0, '', 'Tác giả', 'own', '', 500, 500, 0, i % 50 <> 0, i % 3 = 0, 'unscanned', 1, 'a' || i,
    'image/jpeg', 800000, 4000, 3000, NULL, 1577836800000 + i, 1577836800000 + i, 1, 1 FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $files)
INSERT INTO library_word (site, word, file)
SELECT (SELECT id FROM site WHERE code = 'anson'), w, i * 4194304 FROM n, (SELECT 'anh' AS w UNION SELECT 'hoi' UNION SELECT 'nghi');
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $files)
INSERT INTO library_word (site, word, file) SELECT (SELECT id FROM site WHERE code = 'anson'), 'le' || (i % 1000), i * 4194304 FROM n;
ANALYZE;
SQL
row "files in the library" "$(sqlite3 "$place/caunoi.db" 'SELECT count(*) FROM library_file')" "" "database $(du -m "$place/caunoi.db" | cut -f1) MB"
start_server --data "$place" --worker none --speech false --client-rate 0
desk() { curl --silent --show-error --max-time 30 --resolve "desk.localhost:$server_port:127.0.0.1" -b "$place/jar" -c "$place/jar" -H "Sec-Fetch-Site: same-origin" "$@"; }
token() { sed -n 's/.*name="_" value="\([a-z2-7]*\)".*/\1/p' | head -1; }
desk_url="http://desk.localhost:$server_port/desk"
form="$(desk "$desk_url/dang-nhap" | token)"
desk -o /dev/null --data-urlencode "_=$form" --data-urlencode "ten=truong-ban" --data-urlencode "mat-khau=cầu nối minh họa" "$desk_url/dang-nhap"
form="$(desk "$desk_url/xac-thuc" | token)"
desk -o /dev/null --data-urlencode "_=$form" --data-urlencode "ma=$("$caunoi" user code truong-ban --data "$place")" "$desk_url/xac-thuc"
# list NAME QUERY: the p95 of sixty requests, each for another page where there are pages.
list() {
    local number times=() before
    for number in $(seq 1 60); do
        # Thirteen characters of a file somewhere in the library: where its page begins.
        before="$(python3 -c "import sys; n=$((files - files * (number - 1) / 60)) * 4194304; print(''.join('0123456789abcdefghjkmnpqrstvwxyz'[n >> 5 * (12 - i) & 31] for i in range(13)))")"
        times+=("$(desk -o "$place/page" -w '%{http_code} %{time_total}\n' "$desk_url/cong/anson/thu-vien$2&truoc=$before")")
    done
    [[ "$(printf '%s\n' "${times[@]}" | cut -d' ' -f1 | sort -u)" == 200 ]] || die "the library answers $(printf '%s\n' "${times[@]}" | cut -d' ' -f1 | sort | uniq -c | tr '\n' ' ')"
    row "$1, p95" "$(printf '%s\n' "${times[@]}" | cut -d' ' -f2 | sort -g | sed -n 57p | awk '{ printf "%.1f", $1 * 1000 }')" ms "60 pages from the newest to the oldest"
}
list "library: all files" "?loai="
list "library: documents" "?loai=document"
list "library: without alternative text" "?chi=lacking"
list "library: unused" "?chi=unused"
list "library: unused documents without alternative text of a day" "?chi=unused&loai=document&den=2026-01-01"
list "library: two words that every title has" "?q=hoi+nghi"
list "library: a word one in a thousand has, with one that all have" "?q=le17+anh"
list "library: rows for the editor" ".json?loai=picture"
stop_server
