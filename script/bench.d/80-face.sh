# The home page as a reader's telephone gets it: bytes and requests on the line, first and largest paint on a slow one.
face="$root/.build/browser/bin/python"
[[ -x "$face" ]] || die "the browser's driver is not installed: script/bootstrap"
[[ -d "$bench_dir/demo-small" ]] || "$caunoi" demo --size small --data "$bench_dir/demo-small" --quiet >/dev/null
start_server --data "$bench_dir/demo-small" --client-rate 0
article="$(get anson.localhost / | grep -o 'href="/[a-z-]*/[a-z0-9-]*-[0-9a-z]\{13\}"' | head -1 | sed 's/href="//; s/"//')"
for page in "home page:/" "article:$article"; do
    "$face" "$root/Tests/design/weigh.py" --port "$server_port" --host anson.localhost --name "${page%%:*}" --path "${page#*:}" >"$bench_dir/face"
    while IFS=$'\t' read -r name value unit note; do row "$name" "$value" "$unit" "$note"; done <"$bench_dir/face"
done
stop_server
