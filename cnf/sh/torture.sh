# Tries to make relrep lose work, hang or answer wrongly. Sourced by ./relrep.

torture() {
    shift
    find_platform
    if stale; then
        fetch
        build dist
    fi
    find_java
    "$top/relrep" list --quiet >/dev/null # unpacks what is unpacked once
    exec "$java" -XX:+UseSerialGC ${RELREP_JAVA_OPTIONS:-} -Drelrep.top="$top" -Drelrep.cache="$cached" \
        -cp "$top/relrep.torture/bin:$dist/bundles/*" relrep.torture.Main "$@"
}
