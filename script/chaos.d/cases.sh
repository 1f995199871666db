# Kills while letters come in. Sourced by script/chaos with `caunoi`, `dir`, `rounds`, `engine`, `seed` and `places` in place.
places chaos
say "chaos in $dir: $engine, $rounds rounds, seed $seed"
"$caunoi" demo --size small --quiet "${where[@]}" >/dev/null 2>&1
began=$(seconds_now)
first=$((20000 + RANDOM % 10000))
read -r kills letters lost wrong twice again clocks < <(python3 script/chaos.d/cases.py "$caunoi" "$first" "$rounds" "${CAUNOI_CHAOS_CLIENTS:-100}" "$seed" "$dir/server.log" "${where[@]}" | tail -n 1)
# What the database holds: a case for each form, no more. (The demo's own cases came by other ways.)
if [[ "$engine" == postgres ]]; then
    cases="$(psql "${CAUNOI_DATABASE:-$url${mark}options=-csearch_path%3Dchaos}" --no-psqlrc -Atc "SELECT count(*) FROM case_file WHERE channel = 'page'")"
else
    cases="$(python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM case_file WHERE channel = ?", ["page"]).fetchone()[0])' "$dir/data/caunoi.db")"
fi
printf '%s\n' "cases, $engine: $rounds rounds in $(($(seconds_now) - began)) s: portal killed $kills times; $letters letters, $again sent again; $lost receipts lost, $wrong answered wrongly, $twice given twice; $cases cases; $clocks clocks wrong"
((lost == 0 && wrong == 0 && twice == 0 && clocks == 0 && letters > 0 && cases == letters))
