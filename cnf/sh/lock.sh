# One process at a time fetches and compiles the build in a clone. Sourced by ./relrep.

# Waits until nobody holds the lock; the lock of a process that is gone counts for nothing.
lock() {
    mkdir -p "$cache"
    told=
    until mkdir "$cache/lock" 2>/dev/null; do
        holder=$(cat "$cache/lock/pid" 2>/dev/null) || holder=
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            rm -rf "$cache/lock"
        else
            if [ -z "$told" ]; then
                say "waiting for process ${holder:-?}, which is fetching or building here ($cache/lock)"
                told=yes
            fi
            sleep 1
        fi
    done
    printf '%s' $$ >"$cache/lock/pid"
    trap 'rm -rf "$cache/lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

unlock() {
    rm -rf "$cache/lock"
    trap - EXIT INT TERM
}
