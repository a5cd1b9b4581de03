package relrep.bench;

import relrep.models.layer.Stack;

import java.util.Arrays;
import java.util.List;

/** The trained networks, with our names and the peers'. */
enum TrainedNetwork {
    /** Convolutions, a bottleneck of 48. */
    CONV("conv", "conv"),
    /** Fully connected, a bottleneck of 2. */
    DENSE("dense", "mlp"),
    /** The vision transformer on patches of 7 × 7, a bottleneck of 48. */
    VIT_P7("vit-p7", "vit7"),
    /** The same on patches of 4 × 4. */
    VIT_P4("vit-p4", "vit4");

    private final String title;
    private final String theirs;

    TrainedNetwork(String title, String theirs) {
        this.title = title;
        this.theirs = theirs;
    }

    /** Returns our name. */
    String title() {
        return title;
    }

    /** Returns the peer's name for an epoch of it. */
    String workload(int batch) {
        return "train/%s/%d".formatted(theirs, batch);
    }

    /** Returns the whole network. */
    Stack stack() {
        return Networks.stack(theirs);
    }

    /** Returns the networks with these names; all for an empty list. */
    static List<TrainedNetwork> of(List<String> titles) {
        List<String> known = Arrays.stream(values()).map(TrainedNetwork::title).toList();
        for (String title : titles) {
            if (!known.contains(title)) {
                throw new IllegalArgumentException(
                        "a network to measure must be one of %s, not '%s'"
                                .formatted(String.join(", ", known), title));
            }
        }
        return Arrays.stream(values())
                .filter(network -> titles.isEmpty() || titles.contains(network.title))
                .toList();
    }
}
