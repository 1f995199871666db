# Editors, readers and letters while one portal is killed, filled, cut, slowed and set wrong. Sourced by script/chaos with its options in place.
places chaos
small='' faults="${faults:-kill,signer,worker,stall,cut,slow,disk,clock}"
# A small file system for the data folder, where the machine lets one be mounted: only so a disk can be full without harm to others. A file with ext4 in it; a tmpfs
# would answer reads of what lies in memory with SIGBUS when it is full, which disks do not.
if [[ ",$faults," == *,disk,* ]] && mkdir -p "$dir/data" && truncate -s "${CAUNOI_CHAOS_DISK:-400M}" "$dir/disk" && mkfs.ext4 -q -m 0 "$dir/disk" 2>/dev/null \
    && mount -o loop "$dir/disk" "$dir/data" 2>/dev/null; then
    small=--small
    trap 'umount "$dir/data" || umount -l "$dir/data"' EXIT
fi
say "chaos in $dir: $engine, $rounds rounds, seed $seed, faults $faults"
"$caunoi" demo --size small --quiet "${where[@]}" >/dev/null 2>&1
status=0
python3 script/chaos.d/newsroom.py "$caunoi" "$((20000 + RANDOM % 10000))" --rounds "$rounds" --seed "$seed" --faults "$faults" --editors "${CAUNOI_CHAOS_EDITORS:-6}" \
    --readers "${CAUNOI_CHAOS_READERS:-3}" --writers "${CAUNOI_CHAOS_WRITERS:-3}" --log "$dir/server.log" ${small:+"$small"} "${where[@]}" >"$dir/result.json" || status=$?
outcome "newsroom, $engine" "$dir/result.json"
exit "$status"
