# Starts the rooms that are plain programs, without OSGi. Sourced by ./relrep.

# room ROOM CLASS [WORD...]: a main class, with the natives and the class path of a command.
room() {
    room=$1 class=$2
    shift 2
    prepare
    # shellcheck disable=SC2046,SC2086
    exec "$java" $(jvm) ${RELREP_JAVA_OPTIONS:-} $english -Drelrep.top="$top" -Drelrep.cache="$cached" \
        -Dorg.bytedeco.javacpp.platform.extension="${natives#"$platform"}" \
        -Dorg.bytedeco.javacpp.cachedir="$cached/natives/$(cat "$dist/natives")" \
        -cp "$top/$room/bin:$dist/bundles/*" "$class" "$@"
}
