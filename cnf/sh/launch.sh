# Starts a command from dist/, after building what is missing or older than its sources.
# Sourced by ./relrep.

dist=$top/dist

stale() {
    [ -f "$dist/built" ] || return 0
    [ "$(cat "$dist/built")" = "$natives" ] || return 0
    [ -n "$(find "$top/bnd.bnd" "$top/cnf/build.bnd" "$top/cnf/ext" "$top/cnf/driver" \
        "$top"/relrep.*/src "$top"/relrep.*/experiments "$top"/relrep.*/*.bnd "$top"/relrep.*/*.bndrun \
        -newer "$dist/built" -print 2>/dev/null)" ]
}

# Sets command, the first word that names one, and light and interactive: dist/commands has the
# names of all commands, of those that compute nothing, and of those that go on reading.
find_command() {
    command=help
    { read -r all; read -r light; read -r interactive; } <"$dist/commands"
    for word in "$@"; do
        if among "$all" "$word"; then command=$word && break; fi
    done
}

among() {
    [ -n "$2" ] || return 1
    case " $1 " in *" $2 "*) true ;; *) false ;; esac
}

# The options of the JVM for a command: light ones start fast, the others run fast.
jvm() {
    collector=-XX:+UseParallelGC
    if among "${light:-}" "${command:-}"; then collector='-XX:+UseSerialGC -XX:TieredStopAtLevel=1'; fi
    case ${RELREP_JAVA_OPTIONS:-} in
        *-XX:+Use*GC*) ;; # Java refuses a second one.
        *) printf '%s ' "$collector" ;;
    esac
    # relrep.kernels loads the Vector API by this; --add-modules would print a warning instead.
    printf '%s ' --add-exports=java.base/jdk.internal.module=ALL-UNNAMED
    if has_little_memory; then printf '%s ' -XX:+SuppressFatalErrorMessage; fi
    # Felix and JavaCPP use what later JVMs warn of.
    if [ "${major:-17}" -ge 23 ]; then
        printf '%s ' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    fi
}

# Sets console: Java cannot tell which of its streams are terminals, nor how wide they are.
look_at_console() {
    ends=
    if [ -t 0 ]; then ends=in; fi
    if [ -t 1 ]; then ends=$ends,out; fi
    if [ -t 2 ]; then ends=$ends,err; fi
    console=-Drelrep.terminal=$ends
    if [ -n "$ends" ]; then
        size=$(stty size 2>/dev/null </dev/tty) || size=
        size=${size#* }
        console="$console -Drelrep.columns=${size:-80}"
    fi
}

# A JVM would take the number of a closed stream for the first file that it opens.
need_output() {
    (: 3>&2) 2>/dev/null || exec 2>/dev/null
    (: 3<&0) 2>/dev/null || exec </dev/null
    (: 3>&1) 2>/dev/null || lacks "standard output must take the whole answer, and it is closed"
}

fewest=100    # files that a JVM with a shell's bundles and some plugins has open

# A JVM that may open too few files fails in words of its own.
need_descriptors() {
    limit=$(ulimit -H -n 2>/dev/null) || limit=unlimited
    case $limit in
        *[!0-9]*) return ;;
    esac
    [ "$limit" -ge "$fewest" ] ||
        lacks "relrep must be allowed to have $fewest files open at once, and the limit is $limit; 'ulimit -n $fewest' raises it"
}

# Sets storages: where each process has a folder for Felix. Whoever only looks needs no cache that
# can be written.
find_storages() {
    storages=$cached/felix
    if [ -w "$storages" ] || mkdir -p "$storages" 2>/dev/null && [ -w "$storages" ]; then
        return
    fi
    storages=${TMPDIR:-/tmp}/relrep-$(id -u)
    mkdir -m 700 "$storages" 2>/dev/null || :
    [ -d "$storages" ] && [ -O "$storages" ] && [ -w "$storages" ] && [ ! -L "$storages" ] ||
        lacks "the cache must be a folder that can be written, and neither '$cached' nor '$storages' can; RELREP_CACHE names another"
}

# Builds what is missing, and finds a JVM for it.
prepare() {
    find_platform
    if stale; then build dist; fi
    find_java
    shared=; if [ -f "$dist/classes.jsa" ]; then shared=-XX:SharedArchiveFile=$dist/classes.jsa; fi
    # Results are off-heap, where glibc (2.35 and later) gives huge pages when told so: a large
    # projection spent a third to a half of its time in page faults. Others ignore the variable.
    export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"
}

launch() {
    prepare
    find_command "$@"
    need_java_options
    need_output
    need_descriptors
    find_storages
    look_at_console
    plugins=${RELREP_PLUGINS:-$top/plugins}
    if has_strangers "$@" || has_little_memory; then
        attend "$@"
    else
        become "$@"
    fi
}

# Whether bundles may take part that are not relrep's own.
has_strangers() {
    if among "$interactive" "$command" || among "$*" --wait; then return 0; fi
    set -- "$plugins"/*.jar
    [ "$platform" != windows-x86_64 ] && [ -e "$1" ]
}

# Whether memory is limited so that a JVM can fail to get some, of which it would tell at length.
has_little_memory() {
    space=$(ulimit -v 2>/dev/null) || space=unlimited
    [ "$space" != unlimited ] && [ "$platform" != windows-x86_64 ]
}

# Options that Java does not take would be refused in words of its own.
need_java_options() {
    if [ -z "${RELREP_JAVA_OPTIONS:-}" ]; then return; fi
    # shellcheck disable=SC2046,SC2086
    words=$("$java" $(jvm) $RELREP_JAVA_OPTIONS -version 2>&1) && return
    words=$(printf '%s\n' "$words" |
        sed -n -e '/^Error: A fatal/d' -e '/^Error: Could not create/d' -e '/^Error occurred/d' -e '/warning:/d' \
            -e '/[^ ]/{' -e 's/^Error: //' -e p -e q -e '}')
    say "RELREP_JAVA_OPTIONS must be options of Java, such as -Xmx8g, and Java refuses '$RELREP_JAVA_OPTIONS': $words"
    exit 2
}

# Becomes the JVM.
become() {
    # shellcheck disable=SC2046,SC2086
    exec "$java" $(jvm) ${shared:+"$shared" -Xlog:cds=off,cds+dynamic=off} ${RELREP_JAVA_OPTIONS:-} \
        -Duser.home="$HOME" -Dfile.encoding=UTF-8 $english -Djava.awt.headless=true $console \
        -Drelrep.home="$top" -Drelrep.dist="$dist" -Drelrep.cache="$cached" \
        -Drelrep.plugins="$plugins" ${attended:+-Drelrep.launcher=$$} \
        -Drelrep.experiments="${RELREP_EXPERIMENTS:-$top/experiments}" \
        -Drelrep.descriptors="$limit" -Drelrep.storages="$storages" -Djava.io.tmpdir="${TMPDIR:-/tmp}" \
        -Drelrep.platform="$platform" -Drelrep.natives="$natives" \
        -Dorg.bytedeco.javacpp.platform.extension="${natives#"$platform"}" \
        -Dorg.bytedeco.javacpp.cachedir="$cached/natives/$(cat "$dist/natives")" \
        -cp "$dist/lib/relrep.launch.jar:$dist/lib/relrep.workbench.jar:$dist/lib/org.apache.felix.framework.jar:$dist/lib/asm.jar" \
        relrep.launch.Launch "$@"
}

# Starts the JVM beside this shell, which sees how it ends: a plugin can halt it at any moment, with
# any exit code. A command that has come to its end has removed the lock of its storage before.
# A JVM that is started so ignores interrupts: a Ctrl-C is passed on as URG, of which it knows.
attend() {
    attended=yes
    passed=
    killer=
    jvm_pid=
    trap 'pass INT' INT
    trap 'pass TERM' TERM
    trap 'pass HUP' HUP
    trap 'heard=yes' QUIT
    # The shell gives the terminal back first, then it stops both.
    if among "$interactive" "$command"; then trap 'heard=yes' TSTP; fi
    # The background would be given no input.
    exec 3<&0
    (become "$@") <&3 3<&- &
    jvm_pid=$!
    exec 3<&-
    if [ -n "$passed" ]; then pass "$passed"; fi
    await_jvm
    if [ -n "$killer" ]; then
        kill "$killer" 2>/dev/null || :
        if [ "$exit_code" = 137 ]; then
            say "interrupted: the process must end within 2 s, and did not; what was finished is kept"
            case $passed in INT) exit 130 ;; HUP) exit 129 ;; *) exit 143 ;; esac
        fi
    fi
    if [ -z "$passed" ] && at_work; then
        if it_said_why; then exit "$noted"; fi
        sentence=$(how_it_ended)
        say "$sentence"
        case " $* " in
            *' --json '*) printf '{\n  "error": "%s",\n  "exit": 1\n}\n' "$sentence" ;;
        esac
        exit 1
    fi
    if [ "$passed" = INT ] && [ "$exit_code" = 143 ]; then exit 130; fi
    exit "$exit_code"
}

# Sets exit_code. A signal that is heard ends the waiting, not the JVM.
await_jvm() {
    exit_code=0
    heard=yes
    while [ -n "$heard" ]; do
        heard=
        status=0
        wait "$jvm_pid" || status=$?
        # 127: it was told already, just before a signal was heard.
        if [ "$status" != 127 ]; then exit_code=$status; fi
    done
}

pass() {
    heard=yes
    passed=$1
    signal=$1
    if [ "$signal" = INT ]; then
        # A JVM that is not up yet knows nothing of URG.
        if at_work; then signal=URG; else signal=TERM; fi
    fi
    kill -s "$signal" "$jvm_pid" 2>/dev/null || :
    see_to_its_end
}

# A JVM whose memory a plugin has filled, or that collects garbage for seconds, hears of nothing. An
# interrupt of the shell ends a command in it alone.
see_to_its_end() {
    if [ -n "$killer" ] || [ -z "$jvm_pid" ]; then return; fi
    if [ "$passed" = INT ] && among "$interactive" "$command"; then return; fi
    (
        trap - INT TERM HUP
        sleep 2
        kill -s KILL "$jvm_pid"
    ) </dev/null >/dev/null 2>&1 &
    killer=$!
}

# Whether the storage of the JVM is locked: it is up, and has not come to its end.
at_work() {
    set -- "$storages/$jvm_pid"-*.lock
    [ -e "$1" ]
}

# Sets noted: the exit code that the JVM wrote into the lock of its storage before it said why it ends.
it_said_why() {
    noted=
    set -- "$storages/$jvm_pid"-*.lock
    read -r noted <"$1" 2>/dev/null || :
    [ -n "$noted" ]
}

how_it_ended() {
    printf %s 'the command must run to its end, and '
    if [ "$exit_code" -gt 128 ]; then
        printf %s "signal $((exit_code - 128)) ended the process before; the machine, or what 'ulimit -v' allows ($(ulimit -v) KiB), may have run out of memory"
    else
        printf %s "a plugin halted the process before (with exit code $exit_code); 'relrep list' shows the plugins"
    fi
    printf %s '; what was finished is kept'
}
