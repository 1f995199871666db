# The parts: how each is started, known and ended. Every one has its process id in $home/NAME.pid and its output in $home/logs/NAME.log.
all_parts=(node1 node2 node3 signer relay haproxy pg1 pg2 pg3 etcd1 etcd2 etcd3)

known_part() { [[ " ${all_parts[*]} " == *" $1 "* ]] || die "no part is called '$1'; there are: ${all_parts[*]}"; }

make_home() {
    rm -rf -- "$home"
    mkdir -m 711 -p -- "$home"
    mkdir -m 755 -- "$home/logs" "$home/etcd"
    mkdir -m 700 -- "$home/pg1" "$home/pg2" "$home/pg3"
    if ((EUID == 0)); then chown postgres:postgres -- "$home"/pg?; fi
    (umask 077 && head -c 18 /dev/urandom | base64 | tr -d '+/=\n' >"$home/password")
    choose_ports
}

as_postgres() { if ((EUID == 0)); then exec setpriv --reuid postgres --regid postgres --init-groups "$@"; else exec "$@"; fi; }

is_running() {
    local pid
    pid="$(cat "$home/$1.pid" 2>/dev/null)" || return 1
    [[ "$pid" =~ ^[0-9]+$ ]] && kill -0 "$pid" 2>/dev/null && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$home"
}

# in_background NAME COMMAND…
in_background() {
    local name="$1"
    shift
    (cd / && "$@") >>"$home/logs/$name.log" 2>&1 </dev/null &
    printf '%s\n' $! >"$home/$name.pid"
    disown
}

start_part() {
    case "$1" in
        etcd?) in_background "$1" run_etcd "$1" && if [[ "$1" == etcd3 || -e "$home/etcd/formed" ]]; then wait_until 30 etcd_is_well && : >"$home/etcd/formed"; fi ;;
        pg?) patroni_conf "$1" && in_background "$1" as_postgres patroni "$home/$1.yml" ;;
        haproxy) haproxy_conf >"$home/haproxy.cfg" && in_background haproxy exec haproxy -db -f "$home/haproxy.cfg" && wait_until 60 writes_pass ;;
        relay) in_background relay exec python3 "$root/script/chaos.d/relay.py" "$(port_of relay write)" "$(port_of haproxy write)" "$home/relay.do" && wait_until 20 listens "$(port_of relay write)" ;;
        signer) mkdir -p -m 700 "$home/signer" && rm -f "$home/signer.sock" && in_background signer exec "$caunoi" signer --origin anson.localhost/log/1 --folder "$home/signer" --socket "$home/signer.sock" && wait_until 20 test -S "$home/signer.sock" ;;
        node?) in_background "$1" run_node "$1" && wait_until 60 listens "$(port_of "$1" public)" ;;
    esac
}

# kill_part NAME SIGNAL SECONDS: and waits for its end. PostgreSQL under a killed Patroni is ended with it, as when a machine fails.
kill_part() {
    local pid postmaster
    pid="$(cat "$home/$1.pid" 2>/dev/null)" || return 0
    postmaster="$(head -n 1 "$home/$1/data/postmaster.pid" 2>/dev/null || true)"
    if is_running "$1"; then
        kill "-$2" "$pid" 2>/dev/null || true
        if [[ "$2" == KILL && "$postmaster" =~ ^[0-9]+$ ]]; then kill -KILL "$postmaster" 2>/dev/null || true; fi
        for ((waited = 0; waited < $3 * 10; waited++)); do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        kill -KILL "$pid" 2>/dev/null || true
    fi
    if [[ "$2" == TERM && "$postmaster" =~ ^[0-9]+$ ]] && [[ "$(readlink "/proc/$postmaster/cwd" 2>/dev/null)" == "$home/$1/data" ]]; then kill -QUIT "$postmaster" 2>/dev/null || true; fi
    rm -f -- "$home/$1.pid"
}

run_etcd() {
    local cluster='' name
    for name in etcd1 etcd2 etcd3; do cluster+="${cluster:+,}$name=http://127.0.0.1:$(port_of "$name" peer)"; done
    exec etcd --name "$1" --data-dir "$home/etcd/$1" --initial-cluster "$cluster" --initial-cluster-state new --initial-cluster-token "$home" \
        --listen-peer-urls "http://127.0.0.1:$(port_of "$1" peer)" --initial-advertise-peer-urls "http://127.0.0.1:$(port_of "$1" peer)" \
        --listen-client-urls "http://127.0.0.1:$(port_of "$1" client)" --advertise-client-urls "http://127.0.0.1:$(port_of "$1" client)" --logger zap --log-level warn
}

etcd_is_well() { ETCDCTL_API=3 etcdctl --endpoints "http://127.0.0.1:$(port_of etcd1 client),http://127.0.0.1:$(port_of etcd2 client)" endpoint health >/dev/null 2>&1; }

patroni_conf() {
    local bin
    bin="$(script/postgres binaries)"
    (
        umask 027
        cat >"$home/$1.yml" <<CONF
scope: caunoi
name: $1
restapi: { listen: "127.0.0.1:$(port_of "$1" rest)", connect_address: "127.0.0.1:$(port_of "$1" rest)" }
etcd3: { hosts: ["127.0.0.1:$(port_of etcd1 client)", "127.0.0.1:$(port_of etcd2 client)", "127.0.0.1:$(port_of etcd3 client)"] }
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 5
    retry_timeout: 5
    maximum_lag_on_failover: 1048576
    synchronous_mode: on
    postgresql:
      use_pg_rewind: true
      parameters: { max_connections: 200, wal_level: replica, hot_standby: "on", max_wal_senders: 8, max_replication_slots: 8, wal_log_hints: "on" }
  initdb: [{ encoding: UTF8 }, { locale: C.UTF-8 }, data-checksums${CLUSTER_WAL:+, { waldir: "$CLUSTER_WAL/$1/wal" \}}]
  users: { caunoi: { password: "$(<"$home/password")", options: [createdb] } }
postgresql:
  listen: "127.0.0.1:$(port_of "$1" sql)"
  connect_address: "127.0.0.1:$(port_of "$1" sql)"
  data_dir: $home/$1/data
  bin_dir: $bin
  pgpass: $home/$1/pgpass
  authentication:
    superuser: { username: postgres, password: "$(<"$home/password")" }
    replication: { username: replicator, password: "$(<"$home/password")" }
  pg_hba:
    - local all all scram-sha-256
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication replicator 127.0.0.1/32 scram-sha-256
  parameters: { unix_socket_directories: "$home/$1", shared_buffers: 128MB${CLUSTER_WAL:+, max_wal_size: 128MB, min_wal_size: 32MB} }
${CLUSTER_WAL:+  basebackup: [{ waldir: "$CLUSTER_WAL/$1/wal" \}]}
CONF
    )
    if ((EUID == 0)); then chown postgres:postgres -- "$home/$1.yml"; fi
}

# What Patroni says of a server: primary, sync_standby, replica, or why not.
role_of() { curl -s -m 2 "http://127.0.0.1:$(port_of "$1" rest)/patroni" 2>/dev/null | jq -r '(.role // "?") + (if .sync_standby then " (synchronous)" else "" end) + " " + (.state // "")' 2>/dev/null || printf 'no answer'; }
leader_is() { [[ "$(curl -s -m 2 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$(port_of "$1" rest)/primary")" == 200 ]]; }
leader() { local name && for name in pg1 pg2 pg3; do leader_is "$name" && printf '%s\n' "$name" && return; done && return 1; }
replicas_stream() {
    local name count=0
    for name in pg1 pg2 pg3; do if [[ "$(curl -s -m 2 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$(port_of "$name" rest)/replica")" == 200 ]]; then count=$((count + 1)); fi; done
    ((count == 2)) && curl -s -m 2 "http://127.0.0.1:$(port_of "$(leader)" rest)/cluster" | jq -e '[.members[] | select(.role == "sync_standby")] | length == 1' >/dev/null
}

database_url() { printf 'postgres://caunoi@127.0.0.1:%s/caunoi\n' "$(port_of "${1:-haproxy}" write)"; }
replica_url() { printf 'postgres://caunoi@127.0.0.1:%s/caunoi\n' "$(port_of haproxy read)"; }

# What every command and node of this cluster is told.
node_options() {
    printf '%s\n' --database "$(database_url "${CLUSTER_RELAY:+relay}")" --replica "$(replica_url)" --database-password-file "$home/password" --files "$(TMPDIR="$home" script/storage url)" --files-secret-file "$(TMPDIR="$home" script/storage secret)"
}
caunoi_command() {
    local options
    mapfile -t options < <(node_options)
    "$caunoi" "$1" --data "$home/first" "${options[@]}" "${@:2}"
}

run_node() {
    local options
    mapfile -t options < <(cd "$root" && node_options)
    mkdir -p "$home/$1"
    local before=()
    # The library changes the environment of the first program it is loaded into, and a Swift program then finds no arguments: `env` goes before it.
    if [[ "${CLUSTER_SKEW:-}" == "$1 "* ]]; then export LD_PRELOAD="$(ls /usr/lib/*/faketime/libfaketimeMT.so.1)" FAKETIME="${CLUSTER_SKEW#* }" FAKETIME_DONT_FAKE_MONOTONIC=1 && before=(env); fi
    exec "${before[@]}" "$caunoi" serve --data "$home/$1" "${options[@]}" --listen "127.0.0.1:$(port_of "$1" public)" --admin "127.0.0.1:$(port_of "$1" admin)" --signer "$home/signer.sock" \
        --public-port "$(port_of haproxy public)" --trusted-proxies 127.0.0.1 --watch false --speech false --client-rate 0 --log-level notice
}
