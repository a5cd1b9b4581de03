package relrep.bench;

/** The help of {@code relrep bench}. */
final class Usage {
    static final String TEXT =
            """
            Usage: relrep bench [FILTER...] [OPTION...]
                   relrep bench serve
                   relrep bench train [NETWORK...] [EPOCHS [THREADS...]]
                   relrep bench encode [TEXTS]
                   relrep bench text [TIMES]
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
              encode  processor time of minilm for 10,000 short texts, in turn with ONNX Runtime alone on
                      the same batches; fetches the model once.
              text    processor time of a training of text-average on 800 texts, in turn with PyTorch on the
                      same texts and layers; RELREP_PYTHON names a Python that has it, python3 without.
              start   wall time from `relrep list` to its end, each of 10 times and the median.
            """;

    private Usage() {}
}
