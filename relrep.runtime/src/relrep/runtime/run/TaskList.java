package relrep.runtime.run;

import relrep.api.run.CancelledException;
import relrep.api.run.UnavailableException;
import relrep.runtime.cell.Cell;
import relrep.runtime.cell.DecoderSpec;
import relrep.runtime.cell.NetworkSpec;
import relrep.runtime.cell.Task;
import relrep.runtime.compute.Spaces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds the list of tasks of a run: the cells in order, with each network and decoder before the
 * first cell that needs it.
 */
final class TaskList {
    private static final double NETWORK_WEIGHT = 60;
    private static final double DECODER_WEIGHT = 40;
    private static final double CELL_WEIGHT = 1;

    private final Spaces spaces;
    private final ReferenceCounts uses;
    private final List<Task> tasks = new ArrayList<>();
    private final Map<Object, Integer> makers = new HashMap<>();

    TaskList(Spaces spaces) {
        this.spaces = spaces;
        this.uses = new ReferenceCounts(spaces);
    }

    List<Task> all() {
        return tasks;
    }

    /** Adds a cell and the training that it needs. */
    void add(Cell cell, Task.Work work) {
        Set<Integer> after = new LinkedHashSet<>();
        for (Object need : CellDependencies.of(cell)) {
            if (need instanceof NetworkSpec network) {
                after.add(network(network));
            } else if (need instanceof DecoderSpec decoder) {
                after.add(decoder(decoder));
            }
        }
        tasks.add(uses.task(cell.label(), CELL_WEIGHT, after, CellDependencies.of(cell), work));
    }

    private int network(NetworkSpec spec) {
        Integer maker = makers.get(spec);
        if (maker == null) {
            Set<Integer> after = new LinkedHashSet<>();
            Set<Object> needs = new LinkedHashSet<>(Set.of(spec));
            for (NetworkSpec among : among(spec)) {
                after.add(network(among));
                needs.add(among);
            }
            maker = tasks.size();
            makers.put(spec, maker);
            tasks.add(
                    uses.task(
                            (spec.frozen() ? "encode by " : "train ") + spec.label(),
                            NETWORK_WEIGHT,
                            after,
                            needs,
                            run -> attempt(() -> spaces.make(spec, run))));
        }
        return maker;
    }

    private int decoder(DecoderSpec spec) {
        Integer maker = makers.get(spec);
        if (maker == null) {
            Set<Integer> after = new LinkedHashSet<>();
            Set<Object> needs = new LinkedHashSet<>(Set.of(spec));
            for (NetworkSpec network : networks(spec)) {
                after.add(network(network));
                needs.add(network);
            }
            maker = tasks.size();
            makers.put(spec, maker);
            tasks.add(
                    uses.task(
                            "train " + spec.label(),
                            DECODER_WEIGHT,
                            after,
                            needs,
                            run -> attempt(() -> spaces.decoder(spec, run))));
        }
        return maker;
    }

    /**
     * Returns the network in whose latents the anchors are chosen, for a network trained through
     * similarities.
     */
    private static List<NetworkSpec> among(NetworkSpec spec) {
        return spec.through().flatMap(through -> through.how().anchors().among()).stream().toList();
    }

    /** Returns the network of a decoder, and the one in whose latents the anchors are chosen. */
    private static List<NetworkSpec> networks(DecoderSpec spec) {
        List<NetworkSpec> all = new ArrayList<>(List.of(spec.network()));
        spec.relative().flatMap(how -> how.anchors().among()).ifPresent(all::add);
        return all;
    }

    /** Tries a training. If it fails, each cell that needs it reports the failure. */
    private static void attempt(Runnable training) {
        try {
            training.run();
        } catch (CancelledException | UnavailableException end) {
            throw end;
        } catch (RuntimeException | Error remembered) {
            return;
        }
    }
}
