package relrep.cli.shell;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The launcher's information about the process; empty without a launcher, as in tests.
 *
 * @param words the command line
 * @param plugins the folder of plugins
 * @param lastWord the thread that reports how the process ends
 * @param exit the exit code once something ends the process, else null
 */
record LaunchProperties(
        List<String> words,
        Optional<Path> plugins,
        AtomicReference<Thread> lastWord,
        AtomicReference<Integer> exit) {
    static LaunchProperties in(BundleContext context) {
        try {
            ServiceReference<?>[] found =
                    context.getAllServiceReferences(null, "(relrep.arguments=*)");
            return found == null
                    ? new LaunchProperties(
                            List.of(),
                            Optional.empty(),
                            new AtomicReference<>(),
                            new AtomicReference<>())
                    : of(found[0]);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    private static LaunchProperties of(ServiceReference<?> launcher) {
        return new LaunchProperties(
                List.of((String[]) launcher.getProperty("relrep.arguments")),
                Optional.ofNullable((String) launcher.getProperty("relrep.plugins")).map(Path::of),
                (AtomicReference<Thread>) launcher.getProperty("relrep.lastword"),
                (AtomicReference<Integer>) launcher.getProperty("relrep.exit"));
    }
}
