# The same pages from this program's cache and from nginx that serves the mirror of them, in turn on the same cores: rate, latency, processor, memory; nginx with one worker and two.
for tool in nginx wrk; do command -v "$tool" >/dev/null || die "$tool is needed: script/bootstrap --for bench"; done
(($(nproc) >= 2)) || die "two cores are needed: one for what is measured, one for the load"
passes="${CAUNOI_BENCH_PASSES:-5}" seconds="${CAUNOI_BENCH_SECONDS:-6}" host=so-y-te.anson.localhost
place="$bench_dir/beside"
mkdir -p "$place/logs"
"$caunoi" demo --size small --data "$place/data" --quiet >/dev/null

# ours CORES [options]: this program, with as many event loops as cores.
ours() {
    local pinned=() loops="$1"
    shift
    if ((loops == 1)); then pinned=(taskset -c 0); fi
    server_port="$(free_port)"
    NIO_SINGLETON_GROUP_LOOP_COUNT="$loops" "${pinned[@]}" "$caunoi" serve --listen "127.0.0.1:$server_port" --admin "127.0.0.1:$(free_port)" --data "$place/data" \
        --public-port 8080 --client-rate 0 --speech false --watch false "$@" >/dev/null 2>"$place/logs/caunoi.log" </dev/null &
    server_pid=$!
    wait_for_port "$server_port"
}
# theirs WORKERS: nginx with what the mirror wrote for it, its access log on as ours is.
theirs() {
    local pinned=()
    if (($1 == 1)); then pinned=(taskset -c 0); fi
    nginx_port="$(free_port)"
    cat >"$place/nginx.conf" <<CONF
user $(id -un) $(id -gn); daemon off; worker_processes $1; pid $place/nginx.pid; error_log $place/logs/error.log;
events { worker_connections 4096; }
http {
  sendfile on; tcp_nopush on; keepalive_requests 100000000; keepalive_timeout 65;
  access_log $place/logs/access.log combined buffer=64k flush=1s;
  client_body_temp_path $place/t1; proxy_temp_path $place/t2; fastcgi_temp_path $place/t3; uwsgi_temp_path $place/t4; scgi_temp_path $place/t5;
  include $place/mirror/_mirror/nginx/http.conf;
  server { listen 127.0.0.1:$nginx_port backlog=1024; server_name $host; include $place/mirror/_mirror/nginx/server.conf; }
}
CONF
    "${pinned[@]}" nginx -c "$place/nginx.conf" >>"$place/logs/nginx.log" 2>&1 </dev/null &
    nginx_pid=$!
    others+=("$nginx_pid")
    wait_for_port "$nginx_port"
}

# A server signs what the mirror has proofs of, and its worker makes the pictures in their sizes; an export says with status 1 what is not ready yet.
ours 2
# One department and what lies below it; all 219 portals are 120,000 files.
for _ in 1 2 3 4 5; do
    CAUNOI_SPEECH=false "$caunoi" export static "$place/mirror" --site so-y-te --public-port 8080 --data "$place/data" --quiet >>"$bench_dir/log" 2>&1 && break
    (($? == 1)) || die "the mirror could not be written; see $bench_dir/log"
    sleep 1
done

fetch() { curl --silent --max-time 30 -H "Host: $host" "$@"; }
# shown PORT PATH FILE [options]: the body into the file, the status on standard output.
shown() { fetch -o "$3" -w '%{http_code}' "${@:4}" "http://127.0.0.1:$1$2"; }
theirs 1
# first WORDS…: the first of these addresses that both answer.
first() {
    local path
    for path in "$@"; do
        if [[ "$(shown "$server_port" "$path" "$place/a")" == 200 && "$(shown "$nginx_port" "$path" "$place/b")" == 200 ]]; then printf '%s\n' "$path" && return; fi
    done
    die "no address that both answer among: $*"
}
links() { grep -o "$1" | sed 's/^[a-z]*="//; s/&amp;/\&/g; s/"$//' | sort -u; }
fetch "http://127.0.0.1:$server_port/" >"$place/front"
mapfile -t found < <(links 'href="/[a-z-]*/[a-z0-9-]*-[0-9a-z]\{13\}"' <"$place/front" | grep -v '^/trang/')
article="$(first "${found[@]}")"
mapfile -t found < <(links 'src="/files/[^"]*"' <"$place/front")
picture="$(first "${found[@]}")"
mapfile -t found < <(links 'href="/_/[^"]*\.css"' <"$place/front")
style="$(first "${found[@]}")"

# compare CORES NAME PATH [options of wrk]
compare() {
    local cores="$1" name="$2" path="$3" note a b bad
    shift 3
    # Packed forms are made beside the first answers.
    for _ in 1 2 3 4 5; do
        [[ "$(shown "$server_port" "$path" "$place/a" "$@")$(shown "$nginx_port" "$path" "$place/b" "$@")" == 200200 ]] || die "$path is not answered"
        sleep 0.2
    done
    if cmp -s "$place/a" "$place/b"; then note="the same $(stat -c %s "$place/a") bytes"; else note="$(stat -c %s "$place/a") and $(stat -c %s "$place/b") bytes"; fi
    : >"$place/ours" && : >"$place/theirs"
    for _ in $(seq "$passes"); do
        load "$nginx_pid" "$nginx_port" "$path" "$@" >>"$place/theirs"
        load "$server_pid" "$server_port" "$path" "$@" >>"$place/ours"
    done
    bad="$(awk '{ bad += $5 } END { print bad + 0 }' "$place/ours" "$place/theirs")"
    ((bad == 0)) || die "$bad refusals while $path was measured"
    name="beside nginx, $cores: $name"
    a="$(column 1 "$place/ours")" b="$(column 1 "$place/theirs")"
    row "$name" "$a" "requests/s" "nginx $b; ratio $(awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f", a / b }'); $note; median of $passes passes of $seconds s in turn"
    row "$name, processor" "$(column 2 "$place/ours")" "us a request" "nginx $(column 2 "$place/theirs")"
    row "$name, p50 / p99" "$(column 3 "$place/ours") / $(column 4 "$place/ours")" ms "nginx $(column 3 "$place/theirs") / $(column 4 "$place/theirs")"
}
for workers in 1 2; do
    stop_server && stop_others
    # With one worker each has the first core and the load the second; with two, all share both.
    if ((workers == 1)); then load_by=(taskset -c 1) cores="one core"; else load_by=() cores="two cores"; fi
    ours "$workers" --worker none
    theirs "$workers"
    sleep 3
    compare "$cores" "article" "$article"
    compare "$cores" "article, gzip" "$article" -H 'Accept-Encoding: gzip'
    compare "$cores" "front page" /
    compare "$cores" "picture" "$picture"
    compare "$cores" "style sheet" "$style"
    row "beside nginx, $cores: memory afterwards" "$(family_pss "$server_pid")" MB "nginx $(family_pss "$nginx_pid"); all processes of each, PSS"
done
stop_server && stop_others
