package relrep.kernels.tile;

import org.osgi.service.component.annotations.Component;

import relrep.api.run.Checkup;

import java.util.List;

/** Reports the engine of products on this machine, since the last bits of results depend on it. */
@Component
public final class TileCheckup implements Checkup {

    @Override
    public List<Finding> examine() {
        Engines engines = Engines.here();
        String small = engines.small().name();
        String large = engines.large().name();
        return List.of(
                small.equals(large)
                        ? new Finding("tiles", large, true, "")
                        : new Finding(
                                "tiles",
                                "%s, from %.0e products on %s"
                                        .formatted(small, (double) Engines.LARGE, large),
                                true,
                                ""));
    }
}
