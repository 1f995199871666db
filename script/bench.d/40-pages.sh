# Cached pages beside nginx in the same run: the same bytes, the same access log, one core each for server and load.
need_nginx() { command -v nginx >/dev/null && command -v wrk >/dev/null || die "nginx and wrk are needed: script/bootstrap --for bench"; }
need_nginx
passes="${CAUNOI_BENCH_PASSES:-5}" seconds="${CAUNOI_BENCH_SECONDS:-6}"
load_by=(taskset -c 1)
place="$bench_dir/nginx"
mkdir -p "$place/www" "$place/logs" && chmod 755 "$bench_dir" "$place" "$place/www"
[[ -d "$bench_dir/demo" ]] || "$caunoi" demo --size province --data "$bench_dir/demo" --quiet >/dev/null
# One core for what is measured, the other for the load.
server_port="$(free_port)"
NIO_SINGLETON_GROUP_LOOP_COUNT=1 taskset -c 0 "$caunoi" serve --listen "127.0.0.1:$server_port" --admin "127.0.0.1:$(free_port)" --data "$bench_dir/demo" --client-rate 0 \
    >/dev/null 2>"$place/logs/caunoi.log" </dev/null &
server_pid=$!
wait_for_port "$server_port"
host=anson.localhost
article="$(get "$host" /tin-tuc/ | grep -o 'href="/[a-z-]*/[a-z0-9-]*-[0-9a-z]\{13\}"' | grep -v '"/trang/' | head -1 | sed 's/href="//; s/"//')"

# nginx gets exactly our bytes: the page as it is, and packed by our own brotli.
fetch() { curl -s -H "Host: $host" "$@"; }
fetch "http://127.0.0.1:$server_port/" -o "$place/www/home.html"
fetch "http://127.0.0.1:$server_port$article" -o "$place/www/article.html"
for name in home article; do
    path=/ && [[ "$name" == home ]] || path="$article"
    for _ in $(seq 50); do
        fetch -H 'Accept-Encoding: br' -D "$place/head" "http://127.0.0.1:$server_port$path" -o "$place/www/$name.html.br"
        if grep -qi '^content-encoding: br' "$place/head"; then break; fi
        sleep 0.1
    done
done
nginx_port="$(free_port)"
nginx_conf() {
    cat >"$place/nginx.conf" <<CONF
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off; master_process off; worker_processes 1; pid $place/nginx.pid; error_log $place/logs/error.log;
events { worker_connections 4096; }
http {
  types { text/html html; } charset utf-8; sendfile $1; tcp_nopush on; keepalive_requests 100000000; keepalive_timeout 65;
  open_file_cache max=100; brotli_static on;
  access_log $place/logs/access.log combined buffer=64k flush=1s;
  client_body_temp_path $place/t1; proxy_temp_path $place/t2; fastcgi_temp_path $place/t3; uwsgi_temp_path $place/t4; scgi_temp_path $place/t5;
  server { listen 127.0.0.1:$nginx_port backlog=1024; root $place/www;
    add_header Cache-Control "public, max-age=30, stale-if-error=86400"; add_header Vary Accept-Encoding;
$(grep -iE '^(content-security-policy|permissions-policy|x-content-type-options|referrer-policy|cross-origin[a-z-]*|x-frame-options):' "$place/head" | tr -d '\r' | sed -E 's/^([^:]*): (.*)$/    add_header \1 "\2";/')
  }
}
CONF
}
nginx_start() {
    nginx_conf "$1"
    taskset -c 0 nginx -c "$place/nginx.conf" >/dev/null 2>&1 &
    nginx_pid=$!
    wait_for_port "$nginx_port"
}
nginx_stop() { kill "$nginx_pid" 2>/dev/null && wait "$nginx_pid" 2>/dev/null || true; }

# sendfile on or off, whichever is faster here for the page, is what we are measured against.
choose() { # PATH [wrk options]
    local most=0 mode rate
    for mode in on off; do
        nginx_start "$mode"
        load "$nginx_pid" "$nginx_port" "$@" >"$place/try"
        rate="$(column 1 "$place/try")"
        nginx_stop
        if ((${rate%.*} > most)); then most="${rate%.*}" best="$mode"; fi
    done
    nginx_start "$best"
}
compare() { # NAME OUR_PATH NGINX_PATH [wrk options]
    local name="$1" ours="$2" theirs="$3"
    shift 3
    choose "$theirs" "$@"
    : >"$place/ours" && : >"$place/theirs"
    for _ in $(seq "$passes"); do
        load "$nginx_pid" "$nginx_port" "$theirs" "$@" >>"$place/theirs"
        load "$server_pid" "$server_port" "$ours" "$@" >>"$place/ours"
    done
    nginx_stop
    local a b
    a="$(column 1 "$place/ours")" b="$(column 1 "$place/theirs")"
    row "cached $name" "$a" "requests/s" "nginx (sendfile $best) $b; ratio $(awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f", a / b }'); median of $passes interleaved passes"
    row "cached $name, processor" "$(column 2 "$place/ours")" "us a request" "nginx $(column 2 "$place/theirs")"
    row "cached $name, p99" "$(column 4 "$place/ours")" ms "nginx $(column 4 "$place/theirs")"
}
compare "article" "$article" /article.html
compare "home page" / /home.html
compare "article, brotli" "$article" /article.html -H 'Accept-Encoding: br'
nginx_start on
their_tag="$(curl -sI "http://127.0.0.1:$nginx_port/article.html" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }')"
our_tag="$(fetch -I "http://127.0.0.1:$server_port$article" | tr -d '\r' | awk 'tolower($1) == "etag:" { print $2 }')"
nginx_stop
compare "article, not modified" "$article" /article.html -H "If-None-Match: $their_tag, $our_tag"
stop_server

# Nothing kept: what a page costs that must be made.
server_port="$(free_port)"
NIO_SINGLETON_GROUP_LOOP_COUNT=1 taskset -c 0 "$caunoi" serve --listen "127.0.0.1:$server_port" --admin "127.0.0.1:$(free_port)" --data "$bench_dir/demo" --client-rate 0 --cache-size 0 \
    >/dev/null 2>"$place/logs/uncached.log" </dev/null &
server_pid=$!
wait_for_port "$server_port"
for page in article:"$article" home:/ section:/tin-tuc/; do
    : >"$place/try"
    # (With credentials a request passes the cache by, and no two are made as one.)
    for _ in 1 2 3; do load "$server_pid" "$server_port" "${page#*:}" -H "Authorization: Bearer none" >>"$place/try"; done
    row "uncached ${page%%:*} page, one core" "$(column 1 "$place/try")" "pages/s" "processor $(column 2 "$place/try") us, p99 $(column 4 "$place/try") ms with 64 connections"
done
stop_server
