# Years of work of one portal, for script/bench.d/87-desk.sh: SQL for both engines on standard output. Sourced with `items` and `numbers` in place.
anson="(SELECT id FROM site WHERE code = 'anson')"
today=$((($(date +%s) + 25200) / 86400))
far=9000000000000000
cat <<SQL
$(numbers "$items")
INSERT INTO item (id, site, kind, lang, section, stage, presence, author, approvals_needed, due_at, revision, edition, published_at, updated_at, last_seq,
    card, source_key, created_at, changed_at, version, creator)
SELECT i * 4194304 + 2, site, kind, lang, section, CASE i % 200 WHEN 0 THEN 'submitted' WHEN 1 THEN 'draft' ELSE 'settled' END, 'live', author, 1, NULL, 1, 1,
    1577836800000 + i * 1000, NULL, -1, NULL, NULL, 1577836800000 + i * 1000, 1577836800000 + i * 1000, 1, author
FROM n, (SELECT * FROM item WHERE presence = 'live' AND kind = 'news' AND site = $anson ORDER BY id LIMIT 1) AS one;

$(numbers 20000)
INSERT INTO item_view_day (site, day, item, n) SELECT $anson, $today - d, (i + d * 1000) * 4194304 + 1, 1 + i * 7919 % 97 FROM n,
    (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9
    UNION SELECT 10 UNION SELECT 11 UNION SELECT 12 UNION SELECT 13) AS days WHERE true ON CONFLICT (site, day, item) DO NOTHING;
INSERT INTO item_view_day (site, day, item, n) SELECT site, $today - d, id, 1000 + id % 97 FROM item, (SELECT 0 AS d UNION SELECT 1 UNION SELECT 2) AS days
    WHERE site = $anson AND presence = 'live' AND card IS NOT NULL ON CONFLICT (site, day, item) DO NOTHING;
DELETE FROM item_view_week;
DELETE FROM site_view_week;
DELETE FROM site_view_day;
INSERT INTO site_view_day (site, day, n) SELECT site, day, SUM(n) FROM item_view_day GROUP BY site, day;
INSERT INTO site_view_week (site, day) SELECT site, MAX(day) FROM item_view_day GROUP BY site;
INSERT INTO item_view_week (site, item, n) SELECT v.site, v.item, SUM(v.n) FROM item_view_day v JOIN site_view_week w ON w.site = v.site
    WHERE v.day > w.day - 7 GROUP BY v.site, v.item;

$(numbers 300000)
INSERT INTO outgoing_link (id, address, host, state, status, failures, checked_at, due_at, created_at)
SELECT i, 'https://h' || (i % 5000) || '.invalid/bai/' || i, 'h' || (i % 5000) || '.invalid',
    CASE WHEN i % 100 < 15 THEN 'broken' WHEN i % 100 < 20 THEN 'redirected' WHEN i % 100 = 20 THEN 'skipped' WHEN i % 3000 = 21 THEN 'dangerous' ELSE 'ok' END,
    200, 0, 1577836800000, $far, 1577836800000 FROM n;
$(numbers 300000)
INSERT INTO outgoing_use (item, link, site) SELECT i * 3 * 4194304 + 1, i, $anson FROM n;
$(numbers 20000)
INSERT INTO outgoing_use (item, link, site) SELECT (i + 900000) * 4194304 + 1, l.l, $anson FROM n, (SELECT id AS l FROM outgoing_link WHERE id <= 50) AS l
    WHERE true ON CONFLICT (item, link) DO NOTHING;
DELETE FROM outgoing_carried;
INSERT INTO outgoing_carried (state, link, site) SELECT DISTINCT l.state, l.id, u.site FROM outgoing_link l
    JOIN outgoing_use u ON u.link = l.id;

$(numbers 5000)
INSERT INTO person (id, handle, name, email, is_active, sort_key, created_at, folded)
SELECT i * 4194304 + 3, 'nguoi.' || i, 'Nguyễn Văn ' || i, NULL, 1, CAST('nguyen ' || i AS $bytes), 1577836800000, 'nguyen van ' || i FROM n;
INSERT INTO person_role (person, role, site, valid_from) SELECT id, 'reporter', $anson, 1577836800000 FROM person WHERE handle LIKE 'nguoi.%';

$(numbers "$items")
INSERT INTO audit (id, at, person, handle, action, outcome, site, object, detail, address, agent)
SELECT i * 4194304 + 5, 1577836800000 + i * 1000, NULL, 'nguoi.' || (i % 5000), 'sign-in', 'done', $anson, '', '', '192.0.2.1', 'do' FROM n;

$(numbers 20000)
INSERT INTO old_address (site, path, item, target, created_at, hits) SELECT $anson, '/cu/' || i || '.aspx', i * 4194304 + 1, NULL, 1577836800000, i % 500 FROM n
    WHERE true ON CONFLICT (site, path) DO NOTHING;
SQL
