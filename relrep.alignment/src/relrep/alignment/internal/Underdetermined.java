package relrep.alignment.internal;

import relrep.api.run.Run;

/**
 * Warns if the number of pairs is close to the number of coordinates. There, least squares without
 * a penalty is at its worst: the pairs are fitted exactly, or nearly so, and their noise is
 * amplified by {@code min(n, d) / |n - d|}. With far fewer pairs, the smallest of many exact maps
 * is taken, which does less harm: the double descent of Belkin, Hsu, Ma &amp; Mandal, 2019.
 */
final class Underdetermined {
    private Underdetermined() {}

    /**
     * Adds the note if noise is at least doubled: with half to twice as many pairs as coordinates.
     */
    static void note(String aligner, Pairs pairs, Run run) {
        long n = pairs.count();
        long d = pairs.source().cols();
        if (2 * n > d && n < 2 * d) {
            run.note(
                    "%s learns from %d pairs, about as many as the %d coordinates: least squares without a penalty then fits their noise; ridge, rigid, or more than %d pairs are safer"
                            .formatted(aligner, n, d, 2 * d));
        }
    }
}
