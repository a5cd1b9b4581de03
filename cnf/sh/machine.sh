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

# Sets java and javac: JAVA_HOME's, else the first on the PATH.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        javac=$JAVA_HOME/bin/javac
        [ -x "$java" ] || lacks "JAVA_HOME must be a JDK of version 17 or later, and '$JAVA_HOME' has no bin/java"
        [ -x "$javac" ] || lacks "JAVA_HOME must be a JDK of version 17 or later, and '$JAVA_HOME' is one without a compiler (bin/javac)"
    else
        java=$(command -v java) || lacks "a JDK of version 17 or later must be on the PATH or in JAVA_HOME, and there is no java"
        javac=$(command -v javac) || lacks "a JDK of version 17 or later must be on the PATH or in JAVA_HOME, and '$java' is one without a compiler (javac)"
    fi
}

# The feature number of java, from the JDK's own note where it has one: that takes no start of a JVM.
java_version() {
    note=$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")")")/release
    number=
    if [ -f "$note" ]; then
        number=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$note")
    fi
    if [ -z "$number" ]; then
        number=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    fi
    printf '%s' "${number:-17}"
}

need_jdk() {
    find_java
    version=$("$javac" -version 2>&1) || lacks "'$javac' does not run: $version"
    major=$(printf '%s\n' "$version" | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${major:-0}" -ge 17 ] || lacks "Java must be version 17 or later, and '$javac' says '$version'; set JAVA_HOME to another"
}

need_maven() {
    command -v mvn >/dev/null || lacks "Maven must be on the PATH (it fetches what relrep is built from), and there is no mvn"
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
    case ${RELREP_NATIVES:-plain} in
        plain) ;;
        avx2 | avx512 | onednn | onednn-avx2 | onednn-avx512) natives=$platform-$RELREP_NATIVES ;;
        *) lacks "the natives must be a build of ND4J's, and '$RELREP_NATIVES' is none; there are plain, avx2, avx512, onednn, onednn-avx2, onednn-avx512 (RELREP_NATIVES)" ;;
    esac
    case $platform in
        linux-x86_64 | linux-arm64 | macosx-x86_64 | macosx-arm64 | windows-x86_64) ;;
        *) lacks "the platform must be one that ND4J has natives for, and '$platform' is none; there are linux-x86_64, linux-arm64, macosx-x86_64, macosx-arm64, windows-x86_64 (RELREP_PLATFORM)" ;;
    esac
}
