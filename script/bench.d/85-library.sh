# The library of the desk among a million files (CAUNOI_BENCH_FILES: how many): lists, searches, filters, one file and where it is used, on both engines.
files="${CAUNOI_BENCH_FILES:-1000000}"
for engine in ${CAUNOI_BENCH_ENGINES:-SQLite PostgreSQL}; do
    demo_on "$engine" "$bench_dir/library-$engine"
    # Files as an import leaves them, with words of twenty kinds: some in every second title, some in one of a thousand. The last is used in a thousand articles.
    sql <<SQL
$(numbers "$files")
INSERT INTO library_file (id, site, kind, name, title, alt, is_decorative, caption, author, rights, tags, focus_x, focus_y, is_shared, is_used, lacks_alt, state, number,
    asset, media_type, bytes, width, height, added_by, added_at, changed_at, is_indexed, version)
SELECT i * 4194304, (SELECT id FROM site WHERE code = 'anson'), CASE i % 10 WHEN 0 THEN 'document' WHEN 5 THEN 'film' ELSE 'picture' END, 'anh-' || i || '.jpg',
    'Ảnh hội nghị số ' || i, CASE WHEN i % 3 = 0 THEN '' ELSE 'Toàn cảnh' END, 0, '', 'Tác giả', 'own', '', 500, 500, 0, CASE WHEN i % 50 <> 0 THEN 1 ELSE 0 END,
    CASE WHEN i % 3 = 0 THEN 1 ELSE 0 END, 'unscanned', 1, 'a' || i, 'image/jpeg', 800000, 4000, 3000, NULL, 1577836800000 + i, 1577836800000 + i, 1, 1 FROM n;
$(numbers "$files")
INSERT INTO library_version (file, number, state, source, asset, media_type, name, bytes, added_at, note)
SELECT i * 4194304, 1, 'unscanned', 's' || i, 'a' || i, 'image/jpeg', 'anh-' || i || '.jpg', 800000, 1577836800000 + i, '' FROM n;
$(numbers "$files")
INSERT INTO library_word (site, word, file)
SELECT (SELECT id FROM site WHERE code = 'anson'), w, i * 4194304 FROM n, (SELECT 'anh' AS w UNION SELECT 'hoi' UNION SELECT 'nghi') AS words;
$(numbers "$files")
INSERT INTO library_word (site, word, file) SELECT (SELECT id FROM site WHERE code = 'anson'), 'le' || (i % 1000), i * 4194304 FROM n;
ANALYZE;
SQL
    row "library on $engine: files" "$(sql <<<'SELECT count(*) FROM library_file')" "" ""
    start_server "${where[@]}" --worker none --speech false --client-rate 0
    sign_in truong-ban
    library="$desk_url/cong/anson/thu-vien"
    # list NAME QUERY: each request another page, from the newest to the oldest.
    list() {
        local pages=()
        for number in $(seq 0 24); do pages+=("$library$2&truoc=$(id13 $(((files - files * number / 25) * 4194304)))"); done
        screen "library on $engine: $1" "25 pages from the newest to the oldest" "${pages[@]}"
    }
    list "all files" "?loai="
    list "documents" "?loai=document"
    list "without alternative text" "?chi=lacking"
    list "unused" "?chi=unused"
    list "unused documents without alternative text of a day" "?chi=unused&loai=document&den=2026-01-01"
    list "two words that every title has" "?q=hoi+nghi"
    list "a word one in a thousand has, with one that all have" "?q=le17+anh"
    list "rows for the editor" ".json?loai=picture"
    screen "library on $engine: one file" "versions and where it is used" "$library/tep/$(id13 $((files * 4194304)))" "$library/tep/$(id13 $((files / 2 * 4194304)))"
    screen "library on $engine: its picker" "" "$library/chon"
    screen "library on $engine: its way in" "" "$library/tai-len"
    stop_server
done
