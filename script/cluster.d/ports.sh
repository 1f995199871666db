# Which part listens where: chosen once, kept in a file, so that a part that comes back is found where it was.
port_names=(etcd1:client etcd1:peer etcd2:client etcd2:peer etcd3:client etcd3:peer pg1:sql pg1:rest pg2:sql pg2:rest pg3:sql pg3:rest
    node1:public node1:admin node2:public node2:admin node3:public node3:admin relay:write haproxy:write haproxy:read haproxy:public haproxy:stats)

choose_ports() {
    local name candidate taken=' '
    for name in "${port_names[@]}"; do
        while :; do
            candidate=$((20000 + RANDOM % 12000))
            [[ "$taken" == *" $candidate "* ]] && continue
            (: <"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null || break
        done
        taken+="$candidate "
        printf '%s %s\n' "$name" "$candidate"
    done >"$home/ports"
}

port_of() { sed -n "s/^$1:$2 //p" "$home/ports"; }

# wait_until SECONDS COMMAND…
wait_until() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < deadline)) || die "this did not become true in time: $*; see $home/logs"
        sleep 0.2
    done
}

listens() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
