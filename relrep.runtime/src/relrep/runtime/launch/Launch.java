package relrep.runtime.launch;

import org.osgi.framework.BundleException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The entry of {@code ./relrep COMMAND...}: one framework, one command, one exit code. */
public final class Launch {
    private static final int FAILED = 1;
    private static final int LACKING = 4;

    private Launch() {}

    public static void main(String[] words) {
        // JLine looks for its terminals where the context class loader says, which must be nowhere.
        Thread.currentThread().setContextClassLoader(null);
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        Layout layout = Layout.ofSystemProperties();
        try (Storage storage = Storage.open(layout.storages());
                Felix felix = new Felix(layout, storage.folder(), words)) {
            MainThread main = new MainThread();
            Interruption interruption = new Interruption(main, felix, storage);
            interruption.arm();
            try {
                return main.run(felix);
            } finally {
                interruption.disarm();
            }
        } catch (MissingCommandException | BundleException | IOException e) {
            return complain(e, words, LACKING);
        } catch (Throwable e) { // a bundle's LinkageError is a failure like any other
            return complain(e, words, FAILED);
        }
    }

    private static int complain(Throwable e, List<String> words, int exit) {
        System.err.println("relrep: " + (e.getMessage() == null ? e : e.getMessage()));
        if (words.contains("--stacktrace")) {
            e.printStackTrace();
        }
        return exit;
    }

    /** The folder of a property that the start script sets. */
    static Path folder(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("the start script must set " + property);
        }
        return Path.of(value);
    }
}
