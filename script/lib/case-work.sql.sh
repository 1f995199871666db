# Two years of cases of a province, for script/bench.d/58-cases.sh: SQL for both engines on standard output. Sourced with `cases` and `numbers` in place. One in twenty is
# open (a sixth of these past its time), one in fifty was refused, the others were answered, most of them in time; spread over all portals, tracks and fields.
now="$(date +%s)000"
day=86400000
bytes="$([[ "$engine" == PostgreSQL ]] && echo BYTEA || echo BLOB)"
cat <<SQL
$(numbers "$cases")
INSERT INTO case_file (id, site, desk, track, prefix, year, number, state, ended, waiting, wish, channel, language, field, agency, officer, received_at, due_at,
    provisional, ended_at, answered_at, changed_at, events, version, pin, sealed, card, took)
SELECT i * 4194304 + 9, s.id, s.id,
    CASE i % 7 WHEN 0 THEN 'petition' WHEN 1 THEN 'leaders' WHEN 2 THEN 'site-report' WHEN 3 THEN 'information' WHEN 4 THEN 'proposal' ELSE 'question' END,
    'DO', 2026, i, CASE WHEN i % 20 = 0 THEN 'assigned' WHEN i % 50 = 1 THEN 'rejected' ELSE 'answered' END, CASE WHEN i % 20 = 0 THEN 0 ELSE 1 END,
    CASE WHEN i % 400 = 0 THEN 1 ELSE 0 END, 'anonymised', CASE WHEN i % 11 = 0 THEN 'reception' WHEN i % 13 = 0 THEN 'letter' ELSE 'page' END, 'vi',
    CASE (i / 7) % 12 WHEN 0 THEN 'land' WHEN 1 THEN 'construction' WHEN 2 THEN 'environment' WHEN 3 THEN 'health' WHEN 4 THEN 'education' WHEN 5 THEN 'labour'
        WHEN 6 THEN 'civil-status' WHEN 7 THEN 'identity' WHEN 8 THEN 'roads' WHEN 9 THEN 'tax' WHEN 10 THEN 'social' ELSE 'trade' END,
    s.agency, CASE WHEN i % 2000 = 0 THEN (SELECT id FROM person WHERE handle = 'truong-ban') END,
    $now - age * $day, $now - (age - 20) * $day, 0,
    CASE WHEN i % 20 = 0 THEN NULL ELSE $now - (age - took) * $day END, CASE WHEN i % 20 = 0 OR i % 50 = 1 THEN NULL ELSE $now - (age - took) * $day END,
    $now - (age - CASE WHEN i % 20 = 0 THEN 0 ELSE took END) * $day, 3, 3, CAST('x' AS $bytes), CAST('x' AS $bytes), CAST('x' AS $bytes),
    CASE WHEN i % 20 = 0 OR i % 50 = 1 THEN NULL ELSE took * 5 / 7 END
FROM (SELECT i, CASE WHEN i % 20 = 0 THEN i / 20 % 24 ELSE 26 + i * 31 % 700 END AS age, i * 7919 % 24 AS took FROM n) AS n
JOIN (SELECT id, agency, ROW_NUMBER() OVER (ORDER BY id) AS place, COUNT(*) OVER () AS places FROM site WHERE kind <> 'linked') AS s
    ON s.place = n.i % s.places + 1;
SQL
