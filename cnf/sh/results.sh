# Renews the results of the bundled experiments, one after another. Sourced by ./relrep.

limit=300000    # bytes of a picture or a page that is kept
data_limit=50000    # bytes of the numbers beside a picture that are kept

results_usage() {
    cat <<'USAGE'
Usage: relrep results [NAME...] [--size smoke|small|paper] [--out DIR]
                      [--again] [--fresh] [--jobs N] [--dirty] [--index]

Runs bundled experiments one after another, all without a NAME, and keeps of each in
docs/results/NAME (NAME-SIZE, where the size is not small): summary.md, results.csv, figures/,
experiment.yaml, provenance.json. Then writes the table of docs/results/readme.md anew; what
stands in that page above the table is kept.

  --size   small unless another is named
  --out    another folder than docs/results
  --again  also those that nothing changed for since the commit that made them: sources, versions
           of dependencies, the experiment's own file
  --fresh  compute everything, whatever the cache of the results has
  --jobs   compute N cells at once
  --dirty  also where sources are not committed; the results say so
  --index  run nothing, write the table alone

Ctrl-C ends it; the same command goes on. All renewals share a cache of their own (results/ in
relrep's cache), so that no network is taken from other work. The table says beside each duration
how much was computed in it: networks may have been trained for an experiment before, or before
an interruption. Of what is made again out of the cache alone the first duration stays.
USAGE
}

wrong() {
    say "$*; relrep results --help says more"
    exit 2
}

results() {
    shift
    size=small out=$top/docs/results again='' fresh='' jobs='' dirty='' index='' names=''
    while [ $# -gt 0 ]; do
        case $1 in
            -h | --help)
                results_usage
                exit 0
                ;;
            --size | --out | --jobs)
                [ $# -gt 1 ] || wrong "$1 needs a value"
                case $1 in
                    --size) size=$2 ;;
                    --out) out=$2 ;;
                    --jobs) jobs=$2 ;;
                esac
                shift
                ;;
            --again) again=yes ;;
            --fresh) fresh=--fresh ;;
            --dirty) dirty=yes ;;
            --index) index=yes ;;
            -*) wrong "relrep results has no option '$1'" ;;
            *)
                [ -f "$(experiment_file "$1")" ] ||
                    wrong "there is no bundled experiment '$1'; there are $(bundled | tr '\n' ' ')"
                names="$names $1"
                ;;
        esac
        shift
    done
    case $size in
        smoke | small | paper) ;;
        *) wrong "--size must be smoke, small or paper, not '$size'" ;;
    esac
    case $jobs in
        *[!0-9]* | 0) wrong "--jobs must be a whole number of at least 1, not '$jobs'" ;;
    esac
    mkdir -p "$out"
    out=$(CDPATH='' cd -- "$out" && pwd -P)
    if [ -z "$index" ]; then renew; fi
    write_index
    say "the table is in $out/readme.md"
}

bundled() {
    for file in "$top"/relrep.experiments/experiments/*.yaml; do
        basename "$file" .yaml
    done
}

experiment_file() {
    printf '%s' "$top/relrep.experiments/experiments/$1.yaml"
}

# The folder of an experiment: NAME, or NAME-SIZE.
kept_as() {
    if [ "$2" = small ]; then printf '%s' "$1"; else printf '%s-%s' "$1" "$2"; fi
}

# fact FOLDER KEY: a text or number of the run's provenance.json.
fact() {
    sed -n "s/^  \"$2\": \"\{0,1\}\([^\"]*[^\",]\)\"\{0,1\},\{0,1\}$/\1/p" "$1/provenance.json" 2>/dev/null |
        head -n 1
}

# Whether nothing that its numbers stand on has changed since the commit that made it.
up_to_date() {
    [ "$(fact "$out/$2" state)" = finished ] || return 1
    made=$(fact "$out/$2" commit)
    case $made in
        '' | unknown | *' '*) return 1 ;;
    esac
    git -C "$top" diff --quiet "$made" -- 'relrep.*/src/*' cnf/ext/central.mvn \
        "relrep.experiments/experiments/$1.yaml" 2>/dev/null
}

renew() {
    git -C "$top" rev-parse HEAD >/dev/null 2>&1 ||
        lacks "results name the commit that made them, and '$top' is no clone of the repository"
    [ -n "$dirty" ] || sources_are_committed ||
        lacks "results name the commit that made them, and there are changes that are not committed (git status); commit them, or say --dirty"
    find_platform
    prepare_cache
    [ -n "$names" ] || names=$(bundled)
    all=$(printf '%s\n' $names | wc -l)
    count=0
    for name in $names; do
        count=$((count + 1))
        folder=$(kept_as "$name" "$size")
        if [ -z "$again$fresh" ] && up_to_date "$name" "$folder"; then
            say "$count of $((all)): $folder is as $made made it"
        else
            say "$count of $((all)): $folder"
            run_one "$name" "$folder"
            write_index
        fi
    done
}

# The natives are hundreds of megabytes, and data are the same for all.
prepare_cache() {
    mkdir -p "$cached/results/runs/$$" "$cached/natives"
    cached=$(CDPATH='' cd -- "$cached" && pwd -P)
    shelf=$cached/results
    runs=$shelf/runs/$$
    trap 'rm -rf "${runs:?}"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    for folder in "$cached"/*/; do
        folder=${folder%/}
        case $(basename "$folder") in
            results | felix | cells | networks | decoders | excerpts | digests | locks | bench) ;;
            *) [ -e "$shelf/$(basename "$folder")" ] || ln -s "$folder" "$shelf/" ;;
        esac
    done
    case ${RELREP_DATA:-} in
        '' | /*) ;;
        *) RELREP_DATA=$PWD/$RELREP_DATA ;;
    esac
    export RELREP_DATA
}

run_one() {
    run=$runs/$2
    code=0
    # shellcheck disable=SC2086
    (cd "$runs" && RELREP_CACHE=$shelf exec "$top/relrep" run "$1" --set "size=$size" \
        --quiet $fresh ${jobs:+--jobs "$jobs"} --out "$2") >/dev/null 2>"$runs/errors" ||
        code=$?
    case $code in
        130 | 143)
            say "ended; the same command goes on"
            exit "$code"
            ;;
    esac
    if [ "$(fact "$run" state)" = finished ]; then
        keep "$1" "$2"
        say "$2: $(duration "$out/$2")"
    else
        reason=$(grep . "$runs/errors" | tail -n 1 | sed 's/^relrep: //' | without_paths)
        say "$2 did not run: ${reason:-exit code $code}"
        if ! [ -f "$out/$2/summary.md" ]; then
            mkdir -p "$out/$2"
            printf '%s\n' "${reason:-exit code $code}" >"$out/$2/not-run.md"
        fi
    fi
}

# What only this machine knows is written as what it is.
without_paths() {
    script="s#$cached/results#RELREP_CACHE#g; s#$cached#RELREP_CACHE#g; s#$top#.#g"
    if [ -n "${RELREP_DATA:-}" ]; then script="s#$RELREP_DATA#RELREP_DATA#g; $script"; fi
    if [ "$HOME" != / ]; then script="$script; s#$HOME/#~/#g"; fi
    sed "$script"
}

# Copies what is worth keeping aside, and puts it in the place of the older one.
keep() {
    draft=$out/.$2.draft
    rm -rf "$draft"
    mkdir -p "$draft"
    for file in summary.md results.csv experiment.yaml provenance.json failures.csv report.html; do
        if [ -f "$run/$file" ]; then without_paths <"$run/$file" >"$draft/$file"; fi
    done
    if [ "$(fact "$run" failures)" = 0 ]; then rm -f "$draft/failures.csv"; fi
    if [ -f "$draft/report.html" ] && ! small "$draft/report.html" "$limit"; then
        rm "$draft/report.html"
    fi
    keep_figures
    keep_cost "$out/$2"
    tell_figures >>"$draft/summary.md"
    tell_making "$1" >>"$draft/summary.md"
    rm -rf "${out:?}/$2"
    mv "$draft" "$out/$2"
}

# What it took; of a run that computed nothing, what it took when it was computed.
keep_cost() {
    computed=$(($(fact "$run" cells_computed) + $(fact "$run" networks_trained)))
    if [ "$computed" -eq 0 ] && [ -f "$1/cost.csv" ]; then
        cp "$1/cost.csv" "$draft/"
        return
    fi
    {
        echo 'commit,cores,wall_seconds,cpu_seconds,networks_trained,networks_cached,cells_computed,cells_cached'
        echo "$(fact "$run" commit),$(cores "$run"),$(fact "$run" wall_seconds),$(fact "$run" cpu_seconds),$(fact "$run" networks_trained),$(fact "$run" networks_cached),$(fact "$run" cells_computed),$(fact "$run" cells_cached)"
    } >"$draft/cost.csv"
}

# cost FOLDER COLUMN: from its cost.csv.
cost() {
    awk -F, -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i } NR == 2 { print $at }' "$1/cost.csv"
}

small() {
    [ "$(wc -c <"$1")" -le "$2" ]
}

keep_figures() {
    left=''
    for file in "$run"/figures/*; do
        if ! [ -f "$file" ]; then continue; fi
        case $file in
            *.png | *.svg) most=$limit ;;
            *.csv) most=$data_limit ;;
            *) most=0 ;;
        esac
        if small "$file" "$most"; then
            mkdir -p "$draft/figures"
            cp "$file" "$draft/figures/"
        else
            left="$left, $(basename "$file") ($(($(wc -c <"$file") / 1000)) kB)"
        fi
    done
    left=${left#, }
}

# The pictures as the summary shows them: PNG where there is one, SVG beside it.
tell_figures() {
    if ! [ -d "$draft/figures" ]; then return; fi
    printf '\n## Figures\n'
    for file in "$draft"/figures/*.svg "$draft"/figures/*.png; do
        if [ -f "$file" ]; then basename "$file" | sed 's/\.[^.]*$//'; fi
    done | sort -u | while read -r name; do
        shown=$name.svg title=$name
        if [ -f "$draft/figures/$name.png" ]; then shown=$name.png; fi
        if [ -f "$run/figures/$name.svg" ]; then
            title=$(sed -n 's#.*<title>\(.*\)</title>.*#\1#p' "$run/figures/$name.svg" | head -n 1 | tr -d '[]')
        fi
        picture="![${title:-$name}](figures/$shown)"
        if [ -f "$draft/figures/$name.svg" ]; then picture="[$picture](figures/$name.svg)"; fi
        printf '\n%s\n' "$picture"
    done
    if [ -n "$left" ]; then
        printf '\nLeft out here, as bulky or binary; the same command makes them: %s.\n' "$left"
    fi
}

tell_making() {
    cat <<MADE

## Made by

    ./relrep run $1 --set size=$size

at commit $(fact "$run" commit), on $(fact "$run" started | cut -c 1-10), $(cores "$run") cores of $(cpu "$run").
It took $(duration "$draft").
MADE
}

cores() {
    sed -n 's/^    "cores": \([0-9]*\),$/\1/p' "$1/provenance.json"
}

cpu() {
    sed -n 's/^    "cpu": "\(.*\)",$/\1/p' "$1/provenance.json"
}

# How long it took, and how much of it was there before.
duration() {
    printf '%s on the wall, %s of the processors, %s' \
        "$(cost "$1" wall_seconds | clock)" "$(cost "$1" cpu_seconds | clock)" "$(share "$1")"
}

clock() {
    awk '{ s = int($1 + 0.5)
        if (s < 60) printf "%d s", s
        else if (s < 3600) printf "%d min %d s", s / 60, s % 60
        else printf "%d h %d min", s / 3600, s % 3600 / 60 }'
}

# What was computed in that time, and what had been there.
share() {
    trained=$(cost "$1" networks_trained) had=$(cost "$1" networks_cached)
    computed=$(cost "$1" cells_computed) cells=$(cost "$1" cells_cached)
    if [ "$had" -eq 0 ] && [ "$cells" -eq 0 ]; then
        printf 'all: %s networks, %s cells' "$trained" "$computed"
    else
        printf '%s of %s networks, %s of %s cells; the rest from the cache' \
            "$trained" "$((had + trained))" "$computed" "$((cells + computed))"
    fi
    if [ "$(cost "$1" commit)" != "$(fact "$1" commit)" ]; then
        printf '; at commit %s, nothing since' "$(cost "$1" commit)"
    fi
}
