package relrep.runtime.launch;

import org.osgi.framework.BundleException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one way out of the process. Whoever comes first decides the exit code: the command that is
 * finished, a signal, or a plugin that ends the virtual machine. On the latter two the command is
 * told, and given time to keep what it has finished; then the framework stops and its storage goes.
 * The last step is a halt, so that no hook of a plugin and no thread of one has a say.
 */
final class Ending {
    private static final int ENDED_BY_PLUGIN = 1;
    private static final int KILLED = 137;

    /** URG is what the start script sends for a Ctrl-C where the JVM itself cannot hear of one. */
    private static final Map<String, Integer> SIGNALS =
            Map.of("HUP", 129, "INT", 130, "URG", 130, "TERM", 143);

    private static final long COMMAND_MILLIS = 1_000;
    private static final long FRAMEWORK_MILLIS = 200;
    private static final long LIMIT_MILLIS = 1_300;
    private static final long LOOK_MILLIS = 100;

    private final List<String> words;
    private final AtomicReference<Integer> code = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile MainThread main;
    private volatile Felix felix;
    private volatile Storage storage;
    private boolean byItself;

    /**
     * The end of a process.
     *
     * @param words the command line
     */
    Ending(List<String> words) {
        this.words = words;
    }

    /** Listens from now on. */
    void watch() {
        SIGNALS.keySet().forEach(name -> Signals.hear(name, this::signalled));
        Runtime.getRuntime().addShutdownHook(new Thread(this::exited, "relrep exit"));
        Long launcher = Long.getLong("relrep.launcher");
        if (launcher != null) {
            daemon("relrep launcher", () -> follow(launcher));
        }
    }

    Storage of(Storage opened) {
        storage = opened;
        return opened;
    }

    Felix of(Felix made) {
        felix = made;
        return made;
    }

    MainThread of(MainThread called) {
        main = called;
        return called;
    }

    /**
     * The command has ended by itself; once more where closing fails after it.
     *
     * @return the exit code as given; never, when something else ends the process already
     */
    int finished(int exit) {
        if (!byItself && !code.compareAndSet(null, exit)) {
            waitForTheEnd();
        }
        byItself = true;
        return exit;
    }

    /** Ends the process: everything is closed. */
    void halt(int exit) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(exit);
    }

    private void signalled(String name) {
        int exit = SIGNALS.get(name);
        if (name.equals("URG") && felix != null && felix.interrupted()) {
            return; // the shell took it, as it takes a Ctrl-C
        }
        if (code.compareAndSet(null, exit)) {
            daemon("relrep signal", () -> end(exit));
        } else {
            daemon("relrep limit", () -> limit(code.get()));
        }
    }

    /** Somebody called {@link System#exit}, which waits for this. */
    private void exited() {
        if (code.compareAndSet(null, ENDED_BY_PLUGIN)) {
            end(ENDED_BY_PLUGIN);
        }
        waitForTheEnd();
    }

    private void end(int exit) {
        daemon("relrep limit", () -> limit(exit));
        try {
            if (main == null || !main.interrupt(COMMAND_MILLIS)) {
                say(exit);
            }
            if (felix != null) {
                felix.stop(FRAMEWORK_MILLIS);
            }
            if (storage != null) {
                storage.close();
            }
        } catch (BundleException | IOException e) {
            System.err.println("relrep: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
            halt(exit);
        }
    }

    /** The command could not say it itself: it is not there yet. */
    private void say(int exit) {
        String sentence = felix == null ? "" : felix.unreturned();
        if (exit == ENDED_BY_PLUGIN || !sentence.isEmpty()) {
            Launch.say(sentence.isEmpty() ? "a plugin ended the process" : sentence, exit, words);
        }
    }

    /** Whatever hangs, also while files are closed. */
    private void limit(int exit) {
        try {
            over.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        halt(exit);
    }

    /** A start script that was killed cannot pass that on, and this process was meant too. */
    private void follow(long launcher) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (parent() == launcher) {
                never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            Runtime.getRuntime().halt(KILLED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
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
