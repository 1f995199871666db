# Editors, readers and letters while parts of a whole cluster fail. Sourced by script/chaos with its options in place.
export CLUSTER_DIR="$dir/cluster" CAUNOI_CLUSTER_PROGRAM="$caunoi" CLUSTER_RELAY=yes
# Everybody writes at once here: that is no flood.
export CAUNOI_FLOOD_PORTAL=0 CAUNOI_FLOOD_RANGE=0 CAUNOI_FLOOD_NODE=0
faults="${faults:-leader,pg,node,etcd,haproxy,signer,stall,freeze,cut,slow,disk,clock}"
small_disks() { findmnt -rno TARGET | grep -F "$dir/wal/" || true; }
chmod 711 "$dir"
let_go() {
    local place
    script/cluster down
    for place in $(small_disks); do umount "$place" || umount -l "$place"; done
}
trap let_go EXIT
# PostgreSQL's log on small file systems, where the machine lets them be mounted: there the disk of who leads can be full without harm to others.
if [[ ",$faults," == *,disk,* ]]; then
    for part in pg1 pg2 pg3; do
        mkdir -p "$dir/wal/$part" && mount -t tmpfs -o size=512m,mode=777 caunoi-chaos "$dir/wal/$part" 2>/dev/null && export CLUSTER_WAL="$dir/wal"
    done
fi
script/cluster up
eval "$(script/cluster env)"
say "chaos in $dir: a cluster, $rounds rounds, seed $seed, faults $faults"
count_cases() { PGPASSWORD="$(<"$CLUSTER_PASSWORD")" psql "postgres://caunoi@127.0.0.1:$CLUSTER_WRITE/caunoi" --no-psqlrc -Atc 'SELECT count(*) FROM case_file'; }
before="$(count_cases)" status=0
options=(--database "$CLUSTER_DATABASE" --database-password-file "$CLUSTER_PASSWORD" --files "$CLUSTER_FILES" --files-secret-file "$CLUSTER_FILES_SECRET" --data "$CLUSTER_DIR/first")
python3 script/chaos.d/failover.py "$caunoi" "$CLUSTER_PUBLIC" "$CLUSTER_DIR" "$CLUSTER_NODES" --rounds "$rounds" --seed "$seed" --faults "$faults" \
    --editors "${CAUNOI_CHAOS_EDITORS:-6}" --readers "${CAUNOI_CHAOS_READERS:-3}" --writers "${CAUNOI_CHAOS_WRITERS:-6}" \
    ${CLUSTER_WAL:+--wal "$CLUSTER_WAL"} "${options[@]}" >"$dir/result.json" || status=$?
outcome cluster "$dir/result.json"
# Every form is one case, whatever was sent twice.
cases=$(($(count_cases) - before)) letters="$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["reconciled"]["letters"])' "$dir/result.json" 2>/dev/null || echo '?')"
if [[ "$cases" != "$letters" ]]; then say "$letters letters are $cases cases" && status=1; fi
exit "$status"
