# Reading aloud: seconds of speech for each second of processor, voice and encoder together, on real news (or on the demo's words where there are none).
if ! command -v espeak-ng >/dev/null || ! command -v opusenc >/dev/null || ! command -v lame >/dev/null; then
    row "speech" "-" "" "skipped: no espeak-ng, opusenc or lame (script/bootstrap --for bench)"
else
    shared="${CAUNOI_SHARED_DATA:-$root/../shared/data}"
    if [[ -r "$shared/news/articles.jsonl.zst" ]]; then
        # Not `head` behind zstd: the pipe would break, and with it the script.
        zstd -dcq "$shared/news/articles.jsonl.zst" | awk 'NR % 200 == 1 && taken < 40 { print; taken++ }' | jq -r '.title, .body' >"$bench_dir/speech.txt"
        what="40 real articles"
    else
        for _ in $(seq 200); do
            printf 'Ngày 20/11/2026, UBND tỉnh ban hành Quyết định số 123/QĐ-UBND phê duyệt quy hoạch 12,5 ha; giai đoạn 2026-2030 thu hút 1.500 tỷ đồng.\n'
        done >"$bench_dir/speech.txt"
        what="200 sentences"
    fi
    for form in opus mp3; do
        python3 - "$caunoi" "$bench_dir" "$form" "$what" >>"$results" <<'PY'
import json, resource, subprocess, sys
caunoi, folder, form, what = sys.argv[1:]
before = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(f"{folder}/speech.txt") as text:
    made = subprocess.run([caunoi, "speech", "record", f"{folder}/speech.{form}", "--json"], stdin=text, capture_output=True, check=True)
after = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
answer = json.loads(made.stdout)
print(f"speech {form}: seconds of speech per second of processor", round(answer["seconds"] / cpu), "",
      f"{what}: {answer['seconds'] / 60:.0f} minutes in {cpu:.1f} s, {answer['bytes'] * 8 / answer['seconds'] / 1000:.1f} kbit/s", sep="\t")
PY
    done
    seconds=$(median_of 5 "$caunoi" speech words --quiet <"$bench_dir/speech.txt")
    row "speech: text made speakable" "$(awk -v s="$seconds" -v b="$(stat -c %s "$bench_dir/speech.txt")" 'BEGIN { printf "%.2f", b / 1e6 / s }')" MB/s "$what, start of the program included"
fi
