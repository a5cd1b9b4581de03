# The benchmarks: what is measured, never tested. Sourced by ./relrep.

bench_usage() {
    cat <<'USAGE'
Usage: relrep bench [FILTER...] [OPTION...]
       relrep bench serve
       relrep bench train [NETWORK...] [EPOCHS [THREADS...]]
       relrep bench start [TIMES]

Measures every workload whose name has a FILTER (a regular expression) in it, on one thread by
processor time and on two by the wall: relrep alone, or, where RELREP_BENCH names the folder of the
peers' bench.py, in turn with the best of them. Prints seconds, how many times the limit of the
machine that is, the ratio to the peer (below 1: relrep is faster), and whether our aim is reached.
Inputs are those in the folder PERF_INPUTS; without it they are made once, in relrep's cache
(1.2 GB for all).

  --threads N,N   1,2 without
  --pairs N       times that each side is asked, 5 without; the medians are printed
  --warm S        seconds of processor time that ours repeats a workload for first, 4 without
  --peer NAME     compares with this one instead of the best
  --limits F,B    GFlop/s of one processor and GB/s of memory, instead of measuring them
  --csv, --json   all that was measured, both clocks and checksums, a line a workload
  --list          the names of the workloads

  serve   answers each line 'WORKLOAD ours' with 'wall cpu checksum', as the peers' bench.py
          does, whose pair.py can ask both
  train   training speed of conv, dense, vit-p7 and vit-p4 (or of those named): samples a second,
          wall and CPU time; 15 epochs, then 1 and 2 threads. Where RELREP_BENCH names the folder
          of the peers' bench.py, PyTorch runs in turn with relrep, and the ratios are printed.
  start   wall time from `relrep list` to its end, each of 10 times and the median.
USAGE
}

# The JVM's options and class path of a benchmark: what a command has, without OSGi.
bench_java() {
    find_platform
    if stale; then
        fetch
        build dist
    fi
    find_java
    ask_for_huge_pages
    natives_cache=$cached/natives/$(cat "$dist/natives")
    exec "$java" -XX:+UseParallelGC --add-exports=java.base/jdk.internal.module=ALL-UNNAMED \
        ${RELREP_JAVA_OPTIONS:-} -Drelrep.cache="$cached" \
        -Dorg.bytedeco.javacpp.platform.extension="${natives#"$platform"}" \
        -Dorg.bytedeco.javacpp.cachedir="$natives_cache" \
        -cp "$top/relrep.bench/bin:$dist/bundles/*" "$@"
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
    case " $* " in
        *' --help '* | *' -h '*)
            bench_usage
            exit 0
            ;;
    esac
    case ${1:-} in
        train)
            shift
            bench_java relrep.models.bench.Main "$@"
            ;;
        start)
            shift
            bench_start "$@"
            ;;
        *)
            bench_java relrep.bench.Main "$@"
            ;;
    esac
}
