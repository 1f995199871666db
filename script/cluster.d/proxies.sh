# HAProxy: PostgreSQL's two doors (who leads takes writes, who follows takes reads), and readers' door to the nodes that say they are ready.
haproxy_conf() {
    local name
    cat <<CONF
global
    maxconn 4000
defaults
    timeout connect 2s
    timeout client 60s
    timeout server 60s
    timeout check 2s
    retries 3
listen write
    bind 127.0.0.1:$(port_of haproxy write)
    mode tcp
    timeout client 1h
    timeout server 1h
    option httpchk OPTIONS /primary
    http-check expect status 200
    default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
$(for name in pg1 pg2 pg3; do printf '    server %s 127.0.0.1:%s check port %s\n' "$name" "$(port_of "$name" sql)" "$(port_of "$name" rest)"; done)
listen read
    bind 127.0.0.1:$(port_of haproxy read)
    mode tcp
    timeout client 1h
    timeout server 1h
    balance leastconn
    option httpchk OPTIONS /replica?lag=1MB
    http-check expect status 200
    default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
$(for name in pg1 pg2 pg3; do printf '    server %s 127.0.0.1:%s check port %s\n' "$name" "$(port_of "$name" sql)" "$(port_of "$name" rest)"; done)
frontend readers
    bind 127.0.0.1:$(port_of haproxy public)
    mode http
    option forwardfor
    # What a form did is not known when its node is gone: the person decides whether it is sent again.
    http-request disable-l7-retry if METH_POST
    default_backend nodes
# A reader stays with a node, by the address: what it has shown it does not take back, and another may know a publication a moment later.
# A node that answers is used; one that is ready goes first. While the database is away none is ready, and all still have their finished pages.
backend nodes
    mode http
    balance source
    hash-type consistent
    option httpchk GET /healthz/live
    http-check expect status 200
    option redispatch
    retry-on conn-failure empty-response
    default-server inter 1s fall 2 rise 1
$(for name in node1 node2 node3; do printf '    server %s 127.0.0.1:%s check port %s\n' "$name" "$(port_of "$name" public)" "$(port_of "$name" admin)"; done)
listen stats
    bind 127.0.0.1:$(port_of haproxy stats)
    mode http
    stats enable
    stats uri /
CONF
}

writes_pass() { listens "$(port_of haproxy write)" && PGPASSWORD="$(<"$home/password")" psql -h 127.0.0.1 -p "$(port_of haproxy write)" -U caunoi -d postgres -Atc 'SELECT 1' >/dev/null 2>&1 && make_database; }

make_database() {
    [[ "$(PGPASSWORD="$(<"$home/password")" psql -h 127.0.0.1 -p "$(port_of haproxy write)" -U caunoi -d postgres -Atc "SELECT 1 FROM pg_database WHERE datname = 'caunoi'")" == 1 ]] \
        || PGPASSWORD="$(<"$home/password")" psql -q -h 127.0.0.1 -p "$(port_of haproxy write)" -U caunoi -d postgres -c 'CREATE DATABASE caunoi' >/dev/null
}

public_answers() { [[ "$(curl -s -m 3 -o /dev/null -w '%{http_code}' -H 'Host: anson.localhost' "http://127.0.0.1:$(port_of haproxy public)/")" == 200 ]]; }
