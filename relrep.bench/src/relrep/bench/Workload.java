package relrep.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Something to measure.
 *
 * @param name {@code family/size/…}, as the peers' scripts have it
 * @param flops what a processor must do at least; decompositions are not counted
 * @param bytes what must go through memory at least
 * @param peers the fastest fair ones known, best first
 * @param prepare reads the inputs
 */
record Workload(
        String name, double flops, double bytes, List<Peer> peers, Function<Inputs, Work> prepare) {
    private static final double GIGA = 1e9;

    /**
     * Returns the seconds that it takes at least.
     *
     * @param gigaFlops what one processor can do in a second
     * @param gigaBytes what the memory can do in a second, however many processors ask
     */
    double limit(double gigaFlops, double gigaBytes, int threads) {
        return Math.max(flops / (gigaFlops * GIGA * threads), bytes / (gigaBytes * GIGA));
    }

    /** Returns the number that a part of a name stands for: 300, 10k, 1m. */
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

    /** Returns the peer of that name, without an aim if we have none. */
    Peer peer(String other) {
        return peers.stream()
                .filter(peer -> peer.name().equals(other))
                .findFirst()
                .orElse(new Peer(other, Double.NaN));
    }

    /** Returns whether the name has one of these patterns in it, or there is no pattern. */
    boolean matches(List<java.util.regex.Pattern> patterns) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
    }

    /** Returns the parts of the name. */
    static List<String> parts(String name) {
        return Arrays.asList(name.split("/"));
    }
}
