# Lets Maven fetch what cnf/ext/central.mvn lists into its local repository. Sourced by ./relrep.

m2=${RELREP_M2:-$HOME/.m2/repository}
list=$top/cnf/ext/central.mvn
cache=$top/cnf/cache

# The coordinates of the list, one a line, with the platform filled in.
wanted() {
    sed -e 's/^#tool [^ ]* \([^ ]*\).*/\1/' -e '/^#/d' -e '/^ *$/d' \
        -e "s/\${nd4j.platform}/$platform/" -e "s/\${nd4j.natives}/$natives/" "$list"
}

# The file of each coordinate, below the local repository.
files() {
    awk -F: '{
        type = NF > 3 ? $3 : "jar"; tail = NF > 4 ? "-" $4 : ""; folder = $1; gsub(/\./, "/", folder)
        print folder "/" $2 "/" $NF "/" $2 "-" $NF tail "." type }'
}

# tool NAME: the file of a "#tool" line.
tool() {
    printf '%s/%s\n' "$m2" "$(sed -n "s/^#tool $1 \([^ ]*\).*/\1/p" "$list" | files)"
}

# plugin NAME: the coordinate of a "#maven" line.
plugin() {
    sed -n "s/^#maven $1 //p" "$list"
}

missing() {
    wanted | files | while read -r file; do
        [ -s "$m2/$file" ] || printf '%s\n' "$file"
    done
}

# A throw-away project that depends on each coordinate alone, not on what those depend on.
project() {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>relrep</groupId>'
    echo '<artifactId>fetch</artifactId><version>1</version><packaging>pom</packaging><dependencies>'
    wanted | awk -F: '{
        print "<dependency><groupId>" $1 "</groupId><artifactId>" $2 "</artifactId><version>" $NF "</version>"
        if (NF > 3) print "<type>" $3 "</type>"
        if (NF > 4) print "<classifier>" $4 "</classifier>"
        print "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>" }'
    echo '</dependencies></project>'
}

fetch() {
    need_jdk
    find_platform
    need_plain_path "$m2" "Maven's repository"
    absent=$(missing)
    if [ -n "$absent" ]; then
        need_maven
        lock
        absent=$(missing)
        if [ -n "$absent" ]; then
            download
        fi
        unlock
    fi
    check_bnd
}

download() {
    mkdir -p "$cache/fetch"
    project >"$cache/fetch/pom.xml"
    count=$(printf '%s\n' "$absent" | wc -l)
    say "fetching $((count)) files through Maven (once; what has arrived is kept if this is stopped)"
    mvn -B -C -f "$cache/fetch/pom.xml" -Dmaven.repo.local="$m2" "$(plugin resolve):resolve" \
        >"$cache/fetch/maven.log" 2>&1 &
    maven=$!
    trap 'kill "$maven" 2>/dev/null || :; rm -rf "$cache/lock"' EXIT
    watch_download
    if ! wait "$maven"; then
        lacks "Maven could not fetch everything (no network, or a broken download); what arrived is kept, so the same command goes on from here; its words: $(maven_says)"
    fi
    absent=$(missing)
    [ -z "$absent" ] || lacks "Maven said it fetched everything, and '$m2' lacks $(printf '%s\n' "$absent" | head -n 1)"
}

# A line that counts, on a terminal; every ten seconds a new line elsewhere.
watch_download() {
    seconds=0
    while kill -0 "$maven" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        arrived=$((count - $(missing | wc -l)))
        if [ -t 2 ]; then
            printf '\rrelrep: %d of %d files' "$arrived" "$count" >&2
        elif [ $((seconds % 10)) -eq 0 ]; then
            say "$arrived of $((count)) files"
        fi
    done
    if [ -t 2 ]; then echo >&2; fi
}

maven_says() {
    words=$(sed -n 's/^\[ERROR\] //p' "$cache/fetch/maven.log" | head -n 1 | cut -c 1-300)
    printf '%s' "${words:-none, it was ended}"
}

# bnd runs the whole build: its content must be the one we know.
check_bnd() {
    bnd=$(tool bnd)
    want=$(sed -n 's/^#tool bnd [^ ]* //p' "$list")
    stamp=$cache/bnd.checked
    if [ -f "$stamp" ] && [ "$stamp" -nt "$bnd" ] && [ "$(cat "$stamp")" = "$want $bnd" ]; then
        return
    fi
    is=$(sha256 "$bnd")
    if [ "$is" != "$want" ]; then
        lacks "'$bnd' must have the SHA-256 $want, and has $is: a broken download; delete it and run again"
    fi
    mkdir -p "$cache"
    printf "%s" "$want $bnd" >"$stamp"
}

sha256() {
    if command -v sha256sum >/dev/null; then
        sha256sum "$1"
    else
        shasum -a 256 "$1"
    fi | cut -d ' ' -f 1
}
