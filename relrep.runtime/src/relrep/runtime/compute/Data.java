package relrep.runtime.compute;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.run.Run;
import relrep.runtime.cell.ComputeOnceMap;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.PluginResolver;
import relrep.runtime.experiment.LocatedExpression;
import relrep.workbench.plugins.Kind;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The datasets of a run, each loaded once. */
public final class Data {
    private final PluginResolver parts;
    private final DataPlaces places;
    private final ComputeOnceMap<LocatedExpression, Split> loaded = new ComputeOnceMap<>();

    Data(PluginResolver parts, DataPlaces places) {
        this.parts = parts;
        this.places = places;
    }

    /** Loads a dataset unless it is already loaded. */
    public Split load(LocatedExpression data, Run run) {
        return loaded.get(
                data,
                () -> parts.get(Kind.DATASET, Dataset.class, data).plugin().load(places, run));
    }

    /** Returns a dataset that is already loaded. */
    public Split get(LocatedExpression data) {
        return loaded.get(
                data,
                () -> {
                    throw new IllegalStateException(data + " was not loaded");
                });
    }

    public Map<String, String> checksums(LocatedExpression data) {
        return get(data).checksums();
    }

    /** Returns the training samples of a network, and the samples held out for validation. */
    Part part(NetworkSpec spec) {
        Samples all = get(spec.data()).train();
        int held = (int) Math.round(spec.validation() * all.size());
        if (held == 0) {
            return new Part(rows(all.size(), new BitSet(), false), new int[0], all);
        }
        BitSet chosen = new BitSet();
        int[] order = spec.branch().branch("validation").permutation(all.size());
        Arrays.stream(order, 0, held).forEach(chosen::set);
        return new Part(rows(all.size(), chosen, false), rows(all.size(), chosen, true), all);
    }

    private static int[] rows(int n, BitSet chosen, boolean wanted) {
        return IntStream.range(0, n).filter(row -> chosen.get(row) == wanted).toArray();
    }

    /**
     * A split of training samples.
     *
     * @param trained the rows for training
     * @param held the rows held out for validation
     * @param all the samples
     */
    @SuppressWarnings("ArrayRecordComponent") // two choices in one, never compared
    record Part(int[] trained, int[] held, Samples all) {
        Samples train() {
            return held.length == 0 ? all : all.select(trained);
        }

        Optional<Samples> validation() {
            return held.length == 0 ? Optional.empty() : Optional.of(all.select(held));
        }
    }
}
