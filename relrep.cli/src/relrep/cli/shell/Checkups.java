package relrep.cli.shell;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

import relrep.api.run.Checkup;
import relrep.workbench.doctor.TimedCheckup;
import relrep.workbench.install.PluginCopies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check-ups of bundles. Third-party check-ups have the same time limit as third-party
 * activators. relrep's own have none, since they unpack natives.
 */
final class Checkups {
    private static final long MILLIS = 5_000;

    private final BundleContext context;

    Checkups(BundleContext context) {
        this.context = context;
    }

    List<Checkup> all() {
        List<Checkup> all = new ArrayList<>();
        try {
            for (ServiceReference<Checkup> reference :
                    context.getServiceReferences(Checkup.class, null)) {
                of(reference).ifPresent(all::add);
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return all;
    }

    private Optional<Checkup> of(ServiceReference<Checkup> reference) {
        Bundle bundle = reference.getBundle();
        Optional<String> file = bundle == null ? Optional.empty() : PluginCopies.file(bundle);
        return file.isEmpty()
                ? Optional.ofNullable(context.getService(reference))
                : Optional.of(
                        new TimedCheckup(
                                "%s %s".formatted(bundle.getSymbolicName(), bundle.getVersion()),
                                file.get(),
                                () -> context.getService(reference),
                                MILLIS));
    }
}
