# Compiles the build (cnf/driver) when it has changed, and runs it. Sourced by ./relrep.

driver=$top/cnf/cache/driver

# By content: a cache that was copied is newer than sources that it does not come from.
driver_is_fresh() {
    [ -f "$driver/compiled" ] && [ "$(cat "$driver/compiled")" = "$(driver_sources)" ]
}

# Prints what the driver is compiled from: checksums, sizes and names.
driver_sources() (
    cd "$top"
    find cnf/driver/src -name '*.java' | LC_ALL=C sort | xargs cksum
    cksum <"$list"
)

build_usage() {
    cat <<'USAGE'
Usage: relrep build|test [ROOM...] [--tests CLASS[#METHOD]]
       relrep format [ROOM...] [--check]
       relrep javadoc [ROOM...]
       relrep dist|clean

  build     compiles rooms and what they stand on; without ROOM all
  test      builds and runs the tests; ends with 'N passed, N failed, N skipped'
  format    lays out the Java sources; --check only says which it would change
  javadoc   checks the Javadoc
  dist      lays out dist/, which commands start from; they do so by themselves
  clean     deletes what was built
USAGE
}

compile_driver() {
    if driver_is_fresh; then return; fi
    lock
    if ! driver_is_fresh; then
        rm -rf "$driver"
        mkdir -p "$driver"
        (
            cd "$top"
            find cnf/driver/src -name '*.java' >"$driver/sources"
            "$javac" --release 17 -encoding UTF-8 -Xlint:all,-classfile,-processing \
                -cp "$bnd" -d "$driver" @"$driver/sources"
        ) || lacks "the build itself does not compile"
        driver_sources >"$driver/compiled"
    fi
    unlock
}

build() {
    compile_driver
    export RELREP_M2="$m2" RELREP_PLATFORM="$platform" RELREP_NATIVES="${RELREP_NATIVES:-plain}"
    # shellcheck disable=SC2086
    "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto $english \
        -Drelrep.top="$top" \
        -Drelrep.cache="$cached" -Drelrep.natives="$natives" \
        -Drelrep.extension="${natives#"$platform"}" \
        -Drelrep.tool.bnd="$bnd" \
        -Drelrep.tool.junit="$(tool junit)" \
        -Drelrep.tool.format="$(tool format)" \
        -cp "$driver:$bnd" relrep.build.Main "$@"
}
