# The benchmarks: what is measured, never tested. Sourced by ./relrep.

bench_usage() {
    cat <<'USAGE'
Usage: relrep bench train [NETWORK...] [EPOCHS [THREADS...]]
       relrep bench start [TIMES]

  train   training speed of conv, dense, vit-p7 and vit-p4 (or of those named): samples a second,
          wall and CPU time; 15 epochs, then 1 and 2 threads. Where RELREP_BENCH names the folder
          of the peers' bench.py, PyTorch runs in turn with relrep, and the ratios are printed.
  start   wall time from `relrep list` to its end, each of 10 times and the median.
USAGE
}

bench_train() {
    find_platform
    if stale; then
        fetch
        build dist
    fi
    find_java
    exec "$java" -XX:+UseParallelGC ${RELREP_JAVA_OPTIONS:-} \
        -Dorg.bytedeco.javacpp.platform.extension="${natives#"$platform"}" \
        -Dorg.bytedeco.javacpp.cachedir="$cached/natives/$(cat "$dist/natives")" \
        -cp "$dist/bundles/*" relrep.models.bench.Main "$@"
}

bench_start() {
    count=${1:-10}
    "$top/relrep" list >/dev/null
    i=0
    while [ "$i" -lt "$count" ]; do
        before=$(date +%s%N)
        "$top/relrep" list >/dev/null
        after=$(date +%s%N)
        echo "$(((after - before) / 1000000))"
        i=$((i + 1))
    done | sort -n | awk '
        { ms[NR] = $1; all = all " " $1 }
        END { printf "relrep list, ms:%s; median %d\n", all, ms[int((NR + 1) / 2)] }'
}

bench() {
    shift
    case ${1:-} in
        train)
            shift
            bench_train "$@"
            ;;
        start)
            shift
            bench_start "$@"
            ;;
        -h | --help)
            bench_usage
            ;;
        *)
            say "relrep bench takes train or start, not '${1:-nothing}'; relrep bench --help says more"
            exit 2
            ;;
    esac
}
