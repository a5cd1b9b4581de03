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
 * Ends the process: every end goes through this class. The first event decides the exit code: a
 * finished command, a signal, or a plugin that calls {@code System.exit}. After a signal or an exit
 * call, the command is cancelled and gets time to save what it has finished. Then the framework
 * stops and its storage is deleted. The last step is a halt, so that no shutdown hook or thread of
 * a plugin can interfere.
 */
final class Ending {
    private static final int FAILED = 1;
    private static final int KILLED = 137;

    /**
     * The exit codes by signal. The start script sends URG for Ctrl-C where the JVM itself cannot
     * receive it.
     */
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
     * Makes the end of this process.
     *
     * @param words the command line
     */
    Ending(List<String> words) {
        this.words = words;
    }

    /** Starts listening for signals and exit calls. */
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

    /**
     * Announces that the command is about to start. It does not start when the process is already
     * ending.
     */
    MainThread of(MainThread called) {
        main = called;
        if (code.get() != null) {
            waitForTheEnd();
        }
        return called;
    }

    /**
     * Returns the thread that reports how the process ends. The first thread to set it reports, so
     * only one sentence is printed, by the command or by the launcher.
     */
    AtomicReference<Thread> lastWord() {
        return lastWord;
    }

    /** Returns the exit code once something ends the process; null before. */
    AtomicReference<Integer> code() {
        return code;
    }

    /**
     * Records that the command has finished. It is called again when closing fails afterwards.
     *
     * @return the given exit code, or that of a failure when a thread of a plugin has failed. It
     *     never returns when something else is already ending the process
     */
    int finished(int exit) {
        return finished(exit, () -> {});
    }

    /**
     * Records that the command has finished, and reports something about it.
     *
     * @param say prints the report; not run when something else is already ending the process
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

    /** Closes everything and ends the process. */
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

    /** Handles a call of {@link System#exit}; that call waits for this method. */
    private void exited() {
        if (code.compareAndSet(null, FAILED)) {
            end(FAILED);
        }
        waitForTheEnd();
    }

    /**
     * Handles a background thread that ended with an exception. While the process ends, such
     * failures are ignored.
     */
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

    /** Returns the time that a step may take and still leave time for closing. */
    private static long left(long start) {
        long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return Math.max(1, LIMIT_MILLIS - CLOSE_MILLIS - spent);
    }

    /** The message that the command cannot print itself, because it hangs or does not exist yet. */
    private String sentence(int exit) {
        if (exit == FAILED) {
            return felix == null ? PluginCall.ENDED : felix.ended();
        }
        String who = felix == null ? "" : felix.unreturned();
        return who.isEmpty() ? "interrupted" : "interrupted: " + who;
    }

    /** Limits the time of the whole end, also when closing files hangs. */
    private void limit() {
        saying.begin();
        halting.begin();
    }

    /** Prints a short message without allocating memory. */
    private void sayAtLeast() {
        if (lastWord.compareAndSet(null, Thread.currentThread())) {
            Streams.sayInterrupted();
        }
    }

    /**
     * Ends this process when its start script was killed, since the script can no longer pass the
     * signal on.
     */
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
