package relrep.runtime.launch;

import org.osgi.framework.BundleException;

import java.io.IOException;

/**
 * What happens on Ctrl-C and on SIGTERM: the command's thread is interrupted and given time to keep
 * what it has finished; then the framework stops and its storage goes. The JVM itself gives the
 * exit code, 130 or 143.
 */
final class Interruption {
    private static final long GRACE_MILLIS = 1_500;

    private final MainThread main;
    private final Thread hook;

    Interruption(MainThread main, Felix felix, Storage storage) {
        this.main = main;
        this.hook = new Thread(() -> end(felix, storage), "relrep interrupted");
    }

    void arm() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The command has ended by itself. */
    void disarm() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is on its way out: the hook does the rest, and this thread must not exit.
            waitForTheEnd();
        }
    }

    private void end(Felix felix, Storage storage) {
        try {
            main.interrupt(GRACE_MILLIS);
            felix.close();
            storage.close();
        } catch (BundleException | IOException e) {
            System.err.println("relrep: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForTheEnd() {
        while (true) {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
