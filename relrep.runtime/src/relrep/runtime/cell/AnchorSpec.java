package relrep.runtime.cell;

import relrep.api.run.Seed;
import relrep.runtime.experiment.LocatedExpression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The specification of anchors: everything that decides their choice.
 *
 * @param data the dataset; anchors are chosen among its training samples
 * @param selector the anchor selector
 * @param seed the seed of the choice
 * @param among the network in whose latents anchors are chosen; empty to choose among the samples
 *     themselves
 * @param places the dataset whose training samples stand for the anchors, by the name of a network;
 *     the samples of all of them correspond by key. Empty where that is {@code data} for every
 *     network
 */
public record AnchorSpec(
        LocatedExpression data,
        LocatedExpression selector,
        long seed,
        Optional<NetworkSpec> among,
        Map<String, LocatedExpression> places) {
    /** Copies the map, in its order. */
    public AnchorSpec {
        places = new LinkedHashMap<>(places);
    }

    /** Returns the branch of its randomness. */
    public Seed branch() {
        return Seed.of(seed).branch("anchors");
    }

    /** Returns the dataset whose training samples stand for the anchors in a network's space. */
    public LocatedExpression in(NetworkSpec network) {
        return places.getOrDefault(network.name(), data);
    }

    /** Returns the datasets whose samples must correspond, the one that is chosen from first. */
    public List<LocatedExpression> parallel() {
        return Stream.concat(Stream.of(data), places.values().stream()).distinct().toList();
    }
}
