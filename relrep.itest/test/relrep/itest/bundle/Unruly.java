package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import relrep.api.plugin.Invariance;
import relrep.api.plugin.Plugin;
import relrep.api.run.Checkup;
import relrep.api.run.UnavailableException;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A third-party similarity that misbehaves in the way and at the place that the environment names:
 * {@code start exit}, {@code compare hang}. With {@code hidden}, it is called by reflection.
 */
public final class Unruly implements BundleActivator, PointSimilarity, Checkup {
    /** The variable that says where it does what. */
    public static final String WHAT = "RELREP_ITEST_UNRULY";

    /** What it says before it does that, each time. */
    public static final String REACHED = "unruly from here";

    /** What it prints, by System.out and System.err. */
    public static final String PRINTED = "\u001b[31mprinted";

    private static final Set<String> QUIET = Set.of("print", "close", "replace", "cut");

    @Override
    public void start(BundleContext context) {
        Map<String, String> properties =
                Map.of(Plugin.NAME, "unruly", Plugin.DESCRIPTION, "a similarity that does harm");
        context.registerService(
                new String[] {Similarity.class.getName(), Checkup.class.getName()},
                this,
                FrameworkUtil.asDictionary(properties));
        behave("start");
    }

    @Override
    public void stop(BundleContext context) {
        behave("stop");
    }

    @Override
    public double compare(float[] point, float[] anchor) {
        behave("compare");
        aside();
        return point[0] * anchor[0];
    }

    @Override
    public Set<Invariance> invariances() {
        return Set.of();
    }

    @Override
    public List<Finding> examine() {
        behave("examine");
        return List.of();
    }

    /** Does it on a thread of its own, and waits for that. */
    private static void aside() {
        Thread thread = new Thread(() -> behave("thread"), "aside");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what is asked for, if it is asked for here. */
    static void behave(String where) {
        String[] what = System.getenv().getOrDefault(WHAT, "never nothing").split(" ", -1);
        if (!what[0].equals(where)) {
            return;
        }
        if (!QUIET.contains(what[1])) {
            say();
        }
        switch (what[1]) {
            case "exit" -> System.exit(0);
            case "halt" -> Runtime.getRuntime().halt(0);
            case "hidden-exit" -> hidden(System.class, null, "exit");
            case "hidden-halt" -> hidden(Runtime.class, Runtime.getRuntime(), "halt");
            case "lacking" -> throw new UnavailableException("there must be a licence", null);
            case "hang" -> hang();
            case "memory" -> fill();
            case "print" -> print();
            case "close" -> System.out.close();
            case "replace" -> System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            case "cut" -> cut();
            default -> throw new IllegalStateException(what[1]);
        }
    }

    private static void print() {
        System.out.println(PRINTED);
        System.err.print(PRINTED);
    }

    /** Closes the descriptor itself, for all who have it. */
    private static void cut() {
        try {
            new FileOutputStream(FileDescriptor.out).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hidden(Class<?> type, Object of, String method) {
        try {
            type.getMethod(method, int.class).invoke(of, 0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says it to the process's own output: in the shell that of a command comes in blocks. */
    private static void say() {
        try {
            new FileOutputStream(FileDescriptor.out)
                    .write((REACHED + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what there is of it, again and again. */
    @SuppressWarnings("ModifiedButNotUsed") // held, not used
    private static void fill() {
        while (true) {
            List<byte[]> all = new ArrayList<>();
            try {
                while (true) {
                    all.add(new byte[1 << 16]);
                }
            } catch (OutOfMemoryError full) {
                // again
            }
        }
    }

    /** Not even an interrupt ends it. */
    private static void hang() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // again
            }
        }
    }
}
