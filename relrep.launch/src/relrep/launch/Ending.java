package relrep.launch;

import org.osgi.framework.BundleException;

import relrep.workbench.calls.PluginCall;

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
    private static final int FAILED = 1;
    private static final int KILLED = 137;

    /** URG is what the start script sends for a Ctrl-C where the JVM itself cannot hear of one. */
    private static final Map<String, Integer> SIGNALS =
            Map.of("HUP", 129, "INT", 130, "URG", 130, "TERM", 143);

    private static final long COMMAND_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 200;
    private static final long LIMIT_MILLIS = 1_500;
    private static final long LOOK_MILLIS = 100;

    private final List<String> words;
    private final AtomicReference<Thread> lastWord = new AtomicReference<>();
    private final AtomicReference<Integer> code = new AtomicReference<>();
    private Deadline saying;
    private Deadline halting;
    private volatile MainThread main;
    private volatile Felix felix;
    private volatile Storage storage;
    private volatile boolean pluginFailed;
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
        saying = new Deadline(LIMIT_MILLIS - CLOSE_MILLIS / 2, this::sayAtLeast);
        halting = new Deadline(LIMIT_MILLIS, () -> Runtime.getRuntime().halt(code.get()));
        SIGNALS.keySet().forEach(name -> Signals.hear(name, this::signalled));
        Runtime.getRuntime().addShutdownHook(new Thread(this::exited, "relrep exit"));
        Thread.setDefaultUncaughtExceptionHandler(this::failed);
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

    /** The command is about to begin; it does not when something ends the process already. */
    MainThread of(MainThread called) {
        main = called;
        if (code.get() != null) {
            waitForTheEnd();
        }
        return called;
    }

    /**
     * Returns who says how the process ends: the thread that is set first. So one sentence is said,
     * by the command or by the launcher.
     */
    AtomicReference<Thread> lastWord() {
        return lastWord;
    }

    /** Returns the exit code once something ends the process, else null. */
    AtomicReference<Integer> code() {
        return code;
    }

    /**
     * The command has ended by itself; once more where closing fails after it.
     *
     * @return the exit code as given, or that of a failure where a thread of a plugin has failed;
     *     never, when something else ends the process already
     */
    int finished(int exit) {
        return finished(exit, () -> {});
    }

    /**
     * The command has ended by itself, and something is to be said of it.
     *
     * @param say does that; not when something else ends the process already
     */
    int finished(int exit, Runnable say) {
        int whole = exit == 0 && pluginFailed ? FAILED : exit;
        if (!byItself && !code.compareAndSet(null, whole)) {
            waitForTheEnd();
        }
        byItself = true;
        say.run();
        return whole;
    }

    /** Ends the process: everything is closed. */
    void halt(int exit) {
        Streams.flush();
        Runtime.getRuntime().halt(exit);
    }

    private void signalled(String name) {
        int exit = SIGNALS.get(name);
        if (name.equals("URG") && felix != null && felix.interrupted()) {
            return; // the shell took it, as it takes a Ctrl-C
        }
        boolean first = code.compareAndSet(null, exit);
        limit();
        if (first) {
            daemon("relrep signal", () -> end(exit));
        }
    }

    /** Somebody called {@link System#exit}, which waits for this. */
    private void exited() {
        if (code.compareAndSet(null, FAILED)) {
            end(FAILED);
        }
        waitForTheEnd();
    }

    /** A thread that nobody waits for ended by a throw. While the process ends it may do so. */
    private void failed(Thread thread, Throwable thrown) {
        if (code.get() != null) {
            return;
        }
        AsideFailure failure = AsideFailure.of(thread, thrown, felix);
        pluginFailed |= failure.ofPlugin();
        Launch.say(failure.sentence());
        if (words.contains("--stacktrace")) {
            thrown.printStackTrace(Streams.ERR);
        }
    }

    private void end(int exit) {
        long start = System.nanoTime();
        limit();
        try {
            if (storage != null) {
                storage.note(exit);
            }
            boolean done = main != null && main.interrupt(COMMAND_MILLIS);
            if (!done && lastWord.compareAndSet(null, Thread.currentThread())) {
                say(exit);
            } else if (!done && main != null) {
                done = main.await(left(start)); // it is just saying it
            }
            if (done && main.broken()) {
                Streams.sayInterrupted(); // it had no memory left to say more
            }
            if (done && felix != null) {
                felix.stop(left(start));
            }
            if (storage != null) {
                storage.close();
            }
        } catch (BundleException | IOException late) {
            return; // what is left of the storage is swept by the next process
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            halt(exit);
        }
    }

    private void say(int exit) {
        try {
            Launch.say(sentence(exit), exit, words);
        } catch (RuntimeException | Error noMemory) {
            Streams.sayInterrupted();
        }
    }

    /** How long something may take and leave time to close. */
    private static long left(long start) {
        long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return Math.max(1, LIMIT_MILLIS - CLOSE_MILLIS - spent);
    }

    /** What the command could not say itself: it hangs, or is not there yet. */
    private String sentence(int exit) {
        if (exit == FAILED) {
            return felix == null ? PluginCall.ENDED : felix.ended();
        }
        String who = felix == null ? "" : felix.unreturned();
        return who.isEmpty() ? "interrupted" : "interrupted: " + who;
    }

    /** Whatever hangs, also while files are closed. */
    private void limit() {
        saying.begin();
        halting.begin();
    }

    /** Where nobody has memory left to say more. */
    private void sayAtLeast() {
        if (lastWord.compareAndSet(null, Thread.currentThread())) {
            Streams.sayInterrupted();
        }
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
                // nothing else ends it
            }
        }
    }
}
