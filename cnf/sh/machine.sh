# What the machine must have, and how to say that it has not. Sourced by ./relrep.

# Characters that would control a terminal, in the name of a folder say, become question marks.
say() {
    printf 'relrep: %s' "$*" | LC_ALL=C tr '\000-\037\177' '?' >&2
    echo >&2
}

lacks() {
    say "$*"
    exit 4
}

newline='
'

# need_plain_path PATH WHAT: what Java can have on its class path, and bnd build in.
need_plain_path() {
    case $1/ in
        *"$newline"*) lacks "the path of $2 must be one line, and '$1' has a line break; move it" ;;
        *:*) lacks "the path of $2 must have no ':', which separates the parts of Java's class path, and '$1' has one; move it" ;;
        *!/*) lacks "no folder on the path of $2 may have a name that ends with '!', which ends the name of a jar in Java, and '$1' has one; move it" ;;
    esac
}

# Sets java, javac and major, the version: JAVA_HOME's, else the first on the PATH.
find_java() {
    bin=${JAVA_HOME:+$JAVA_HOME/bin/}
    jdk="a JDK of version 17 or later must be in JAVA_HOME or on the PATH, and ${JAVA_HOME:+"'$JAVA_HOME'"}"
    if [ -z "$bin" ]; then jdk="${jdk}the PATH"; fi
    java=$(command -v "${bin}java") && [ -x "$java" ] || lacks "$jdk has no bin/java"
    javac=$(command -v "${bin}javac") && [ -x "$javac" ] || lacks "$jdk is without a compiler (bin/javac)"
    # From the JDK's own note where it has one: that takes no start of a JVM.
    note=$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")")")/release
    major=
    if [ -f "$note" ]; then major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$note"); fi
    major=${major:-$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')}
    [ "${major:-17}" -ge 17 ] || lacks "Java must be version 17 or later, and '$java' is version $major; set JAVA_HOME to another"
}

# Sets platform and natives: what RELREP_PLATFORM and RELREP_NATIVES say, else this machine's.
find_platform() {
    case $(uname -s) in
        Linux) os=linux ;;
        Darwin) os=macosx ;;
        MINGW* | MSYS* | CYGWIN*) os=windows ;;
        *) os=$(uname -s) ;;
    esac
    case $(uname -m) in
        x86_64 | amd64) arch=x86_64 ;;
        aarch64 | arm64) arch=arm64 ;;
        *) arch=$(uname -m) ;;
    esac
    platform=${RELREP_PLATFORM:-$os-$arch}
    natives=$platform
    if [ "${RELREP_NATIVES:-plain}" != plain ]; then natives=$platform-$RELREP_NATIVES; fi
}
