# A network of 219 portals: idle memory, and uncached pages a second from one client loop.
"$caunoi" demo --size province --data "$bench_dir/demo" --quiet >/dev/null
start_server --data "$bench_dir/demo"
sleep 3
row "idle memory, 219 portals" "$(rss_mb "$server_pid")" MB "after the start, nothing read yet"
for host in $("$caunoi" site list --data "$bench_dir/demo" --json | jq -r '.[] | .hosts[0] // empty'); do get "$host" / >/dev/null; done
row "memory after every home page was read" "$(rss_mb "$server_pid")" MB ""
article=$(get anson.localhost /tin-tuc/ | grep -o 'href="/[a-z-]*/[a-z0-9-]*-[0-9a-z]\{13\}"' | head -1 | sed 's/href="//; s/"//')
for page in home:/ section:/tin-tuc/ article:"$article"; do
    if command -v wrk >/dev/null; then
        rate=$(wrk -t1 -c8 -d8s -H 'Host: anson.localhost' "http://127.0.0.1:$server_port${page#*:}" | awk '/Requests\/sec/ { printf "%.0f", $2 }')
        row "uncached ${page%%:*} page" "$rate" "pages/s" "wrk on the same two cores, no page cache yet"
    fi
done
stop_server
