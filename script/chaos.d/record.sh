# Kills at random points of sequencing. Sourced by script/chaos with `caunoi`, `dir`, `rounds`, `engine`, `seed` in place.
RANDOM=$seed
places chaos
signer_pid='' pound_pid='' kills=0 signer_kills=0 both_kills=0 forks=0
acknowledged="$dir/acknowledged" socket="$dir/signer.sock"
quit() {
    local pid
    for pid in $signer_pid $pound_pid; do kill -9 "$pid" 2>/dev/null || true; done
}
trap quit EXIT

# Waits without `wait`'s complaint about a child that was killed.
gone() { { wait "$1"; } 2>/dev/null || true; }
# A number of milliseconds from 0 to the limit.
pause() { sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"; }

start_signer() {
    "$caunoi" signer --origin anson.localhost/log/1 --folder "$dir/signer" --socket "$socket" 2>>"$dir/signer.log" &
    signer_pid=$!
    local left
    for left in {1..100}; do [[ -S "$socket" ]] && "$caunoi" log checkpoint "${where[@]}" >/dev/null 2>&1 && return; pause 50; done
    die "the signer does not start; see $dir/signer.log"
}
start_pound() {
    before=$(grep -c ready "$acknowledged" 2>/dev/null || true)
    "$caunoi" log pound "${where[@]}" --signer "$socket" --acknowledged "$acknowledged" 2>>"$dir/pound.log" &
    pound_pid=$!
    local left
    for left in {1..600}; do (($(grep -c ready "$acknowledged" 2>/dev/null || true) > ${before:-0})) && return; pause 50; done
    die "publishing does not start; see $dir/pound.log"
}

say "chaos in $dir: $engine, $rounds rounds, seed $seed"
"$caunoi" demo --size small --quiet "${where[@]}" >/dev/null 2>&1
mkdir -p "$dir/signer"
began=$(seconds_now)
rm -f "$socket" && touch "$acknowledged"
start_signer
"$caunoi" log thaw "${where[@]}" >/dev/null 2>&1
"$caunoi" log adopt "${where[@]}" --signer "$socket" >/dev/null 2>&1
for ((round = 1; round <= rounds; round++)); do
    # The turn of whoever was killed would last for seconds: it is taken away, as a node that comes after would do then.
    "$caunoi" log thaw "${where[@]}" >/dev/null 2>&1
    start_pound
    # Somewhere in the first second and a half of publishing.
    pause $((RANDOM % 1500))
    case $((RANDOM % 3)) in
        0) kill -9 "$pound_pid" && gone "$pound_pid" && kills=$((kills + 1)) ;;
        1)
            # The signer dies under a portal that goes on, and comes back.
            kill -9 "$signer_pid" && gone "$signer_pid" && rm -f "$socket" && start_signer && signer_kills=$((signer_kills + 1))
            pause $((RANDOM % 800))
            kill -9 "$pound_pid" && gone "$pound_pid"
            ;;
        2)
            kill -9 "$pound_pid" "$signer_pid" && gone "$pound_pid" && gone "$signer_pid" && rm -f "$socket" && start_signer && both_kills=$((both_kills + 1))
            ;;
    esac
    pound_pid=''
    # What the database shows must grow from what it showed before.
    if ! "$caunoi" log mirror "$dir/copy" "${where[@]}" >"$dir/mirror.log" 2>&1; then forks=$((forks + 1)) && cat "$dir/mirror.log" >&2; fi
    if ((round % 20 == 0)); then say "round $round: $(grep -vc ready "$acknowledged" || true) acknowledged, forks $forks"; fi
done

"$caunoi" log adopt "${where[@]}" --signer "$socket" >/dev/null || forks=$((forks + 1))
"$caunoi" log mirror "$dir/copy" "${where[@]}" >/dev/null || forks=$((forks + 1))
"$caunoi" log verify "${where[@]}" >"$dir/verified" || forks=$((forks + 1))
"$caunoi" log verify "$dir/copy" >/dev/null || forks=$((forks + 1))
lost=$(python3 - "$dir/copy" "$acknowledged" <<'PY'
import json, pathlib, sys
entries = {}
for path in sorted(pathlib.Path(sys.argv[1], "tile/entries").rglob("*")):
    if path.is_dir():
        continue
    name = str(path.relative_to(pathlib.Path(sys.argv[1], "tile/entries"))).split(".p/")[0]
    number, data, place = int(name.replace("x", "").replace("/", "")), path.read_bytes(), 0
    index = number * 256
    while place < len(data):
        length = int.from_bytes(data[place:place + 2], "big")
        entries[index] = json.loads(data[place + 2:place + 2 + length])
        place, index = place + 2 + length, index + 1
promised = [line.split() for line in open(sys.argv[2]) if line.strip() != "ready"]
print(sum(entries.get(int(index), {}).get("id") != item for index, item in promised))
PY
)
count=$(grep -vc ready "$acknowledged" || true)
cat "$dir/verified" >&2
printf '%s\n' "record, $engine: $rounds rounds in $(($(seconds_now) - began)) s: portal killed $kills times, signer $signer_kills, both $both_kills; $count publications acknowledged, $lost lost; $forks forks"
((lost == 0 && forks == 0 && count > 0))
