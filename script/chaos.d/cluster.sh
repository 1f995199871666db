# Kills parts of a whole cluster while letters come in. Sourced by script/chaos with `caunoi`, `dir`, `rounds` and `seed` in place.
export CLUSTER_DIR="$dir/cluster" CAUNOI_CLUSTER_PROGRAM="$caunoi"
# Everybody writes at once here: that is no flood.
export CAUNOI_FLOOD_PORTAL=0 CAUNOI_FLOOD_RANGE=0 CAUNOI_FLOOD_NODE=0
trap 'script/cluster down' EXIT
script/cluster up
eval "$(script/cluster env)"
say "chaos in $dir: a cluster, $rounds rounds, seed $seed"
count_cases() { PGPASSWORD="$(<"$CLUSTER_PASSWORD")" psql "postgres://caunoi@127.0.0.1:$CLUSTER_WRITE/caunoi" --no-psqlrc -Atc 'SELECT count(*) FROM case_file'; }
before="$(count_cases)" began=$(seconds_now)
read -r kills letters lost wrong twice again < <(python3 script/chaos.d/cases.py cluster "$CLUSTER_PUBLIC" "$rounds" "${CAUNOI_CHAOS_CLIENTS:-100}" "$seed" "$dir/cases.log" | tail -n 1)
cases=$(($(count_cases) - before))
# The record must be whole, and end where the database does.
options=(--database "$CLUSTER_DATABASE" --database-password-file "$CLUSTER_PASSWORD" --files "$CLUSTER_FILES" --files-secret-file "$CLUSTER_FILES_SECRET" --data "$CLUSTER_DIR/first")
record=whole
"$caunoi" log verify "${options[@]}" >"$dir/verify.log" 2>&1 || record="NOT WHOLE, see $dir/verify.log"
printf '%s\n' "cluster: $rounds rounds in $(($(seconds_now) - began)) s: $kills kills; $letters letters, $again sent again; $lost receipts lost, $wrong answered wrongly, $twice given twice; $cases cases; record $record"
((lost == 0 && wrong == 0 && twice == 0 && letters > 0 && cases == letters)) && [[ "$record" == whole ]]
