package relrep.bench;

import java.util.ArrayList;
import java.util.List;

/** All workloads in the order of measurement. */
final class Catalogue {
    private Catalogue() {}

    static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        all.addAll(Projections.all());
        all.addAll(Fits.all());
        all.addAll(Metrics.all());
        all.addAll(Networks.all());
        return List.copyOf(all);
    }

    static Workload named(String name) {
        return all().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a workload must be one of 'relrep bench --list', not '%s'"
                                                .formatted(name)));
    }
}
