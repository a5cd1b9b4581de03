package relrep.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A workload to measure.
 *
 * @param name {@code family/size/…}, as in the peers' scripts
 * @param flops the least number of operations; decompositions are not counted
 * @param bytes the least number of bytes read and written
 * @param peers the fastest known fair competitors, best first
 * @param prepare reads the inputs
 */
record Workload(
        String name,
        double flops,
        double bytes,
        List<Peer> peers,
        Function<BenchInputs, Work> prepare) {
    private static final double GIGA = 1e9;

    /**
     * Returns the least possible time in seconds.
     *
     * @param gigaFlops 10⁹ operations per second of one processor
     * @param gigaBytes 10⁹ bytes per second of the memory, for any number of processors
     */
    double limit(double gigaFlops, double gigaBytes, int threads) {
        return Math.max(flops / (gigaFlops * GIGA * threads), bytes / (gigaBytes * GIGA));
    }

    /** Returns the number in a part of a name: 300, 10k, 1m. */
    static int size(String part) {
        String digits = part.replaceAll("\\D", "");
        int factor = part.endsWith("k") ? 1000 : part.endsWith("m") ? 1_000_000 : 1;
        return Integer.parseInt(digits) * factor;
    }

    /** Returns the names and aims of peers from {@code name, aim, name, aim, …}. */
    static List<Peer> against(Object... namesAndAims) {
        return java.util.stream.IntStream.range(0, namesAndAims.length / 2)
                .mapToObj(
                        i ->
                                new Peer(
                                        (String) namesAndAims[2 * i],
                                        ((Number) namesAndAims[2 * i + 1]).doubleValue()))
                .toList();
    }

    /** Returns the peer with a name; an unknown one has no aim. */
    Peer peer(String other) {
        return peers.stream()
                .filter(peer -> peer.name().equals(other))
                .findFirst()
                .orElse(new Peer(other, Double.NaN));
    }

    /** Returns whether the name contains one of the patterns, or there are no patterns. */
    boolean matches(List<java.util.regex.Pattern> patterns) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
    }

    /** Returns the parts of the name. */
    static List<String> parts(String name) {
        return Arrays.asList(name.split("/"));
    }
}
