package relrep.models.bench;

import relrep.models.architecture.BenchStacks;
import relrep.models.layer.Stack;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The networks that are trained, by our name and by the peers'. */
enum Subject {
    /** Convolutions, a bottleneck of 48. */
    CONV("conv", "conv", BenchStacks::conv),
    /** Fully connected, a bottleneck of 2. */
    DENSE("dense", "mlp", BenchStacks::dense),
    /** The visual transformer on patches of 7 × 7, a bottleneck of 48. */
    VIT_P7("vit-p7", "vit7", () -> BenchStacks.vit(7)),
    /** The same on patches of 4 × 4. */
    VIT_P4("vit-p4", "vit4", () -> BenchStacks.vit(4));

    private final String title;
    private final String theirs;
    private final Supplier<Stack> stack;

    Subject(String title, String theirs, Supplier<Stack> stack) {
        this.title = title;
        this.theirs = theirs;
        this.stack = stack;
    }

    /** Returns our name. */
    String title() {
        return title;
    }

    /** Returns how the peer calls an epoch of it. */
    String workload(int batch) {
        return "train/%s/%d".formatted(theirs, batch);
    }

    /** Returns the whole network. */
    Stack stack() {
        return stack.get();
    }

    /** Returns those of these names; all where there is no name. */
    static List<Subject> of(List<String> titles) {
        List<String> known = Arrays.stream(values()).map(Subject::title).toList();
        for (String title : titles) {
            if (!known.contains(title)) {
                throw new IllegalArgumentException(
                        "a network to measure must be one of %s, not '%s'"
                                .formatted(String.join(", ", known), title));
            }
        }
        return Arrays.stream(values())
                .filter(subject -> titles.isEmpty() || titles.contains(subject.title))
                .toList();
    }
}
