# Starts the build (cnf/driver): start/ fetches and compiles the rest. Sourced by ./relrep.

build() {
    find_platform
    find_java
    export RELREP_M2="${RELREP_M2:-$HOME/.m2/repository}" RELREP_PLATFORM="$platform" RELREP_NATIVES="${RELREP_NATIVES:-plain}"
    need_plain_path "$RELREP_M2" "Maven's repository"
    start=$top/cnf/cache/start
    # By content: a cache that was copied is newer than sources that it does not come from.
    sources=$(cksum "$top"/cnf/driver/start/relrep/start/*.java)
    if [ "$(cat "$start/compiled" 2>/dev/null)" != "$sources" ]; then
        fresh=$start.$$
        "$javac" --release 17 -encoding UTF-8 -Xlint:all,-try -d "$fresh" "$top"/cnf/driver/start/relrep/start/*.java ||
            lacks "the build itself does not compile"
        printf '%s\n' "$sources" >"$fresh/compiled"
        rm -rf "$start"
        # Another process may have been as fast.
        mv "$fresh" "$start" 2>/dev/null || rm -rf "$fresh"
    fi
    looks=false
    if [ -t 2 ]; then looks=true; fi
    # shellcheck disable=SC2086
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto $english -Drelrep.terminal.err=$looks \
        -Drelrep.top="$top" -Drelrep.cache="$cached" -Drelrep.natives="$natives" \
        -Drelrep.extension="${natives#"$platform"}" -cp "$start" relrep.start.Main "$@"
}
