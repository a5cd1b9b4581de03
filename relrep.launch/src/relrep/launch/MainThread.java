package relrep.launch;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for the command line service and calls it on the main thread. */
final class MainThread {
    private static final String FILTER =
            "(&(objectClass=java.util.concurrent.Callable)(relrep.main=true))";
    private static final long WAIT_MILLIS = 10_000;

    private final Thread thread = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);

    private volatile boolean broken;

    int run(Felix felix) throws Exception {
        ServiceTracker<Callable<Integer>, Callable<Integer>> tracker = track(felix.context());
        tracker.open();
        try {
            Callable<Integer> command = tracker.waitForService(WAIT_MILLIS);
            if (command == null) {
                throw new MissingCommandException(
                        "no bundle offers the command line; " + unresolved(felix.context()));
            }
            return command.call();
        } catch (Exception | Error thrown) {
            broken = true;
            throw thrown;
        } finally {
            done.countDown();
        }
    }

    /**
     * Cancels the command and waits some time for its end.
     *
     * @return whether it has ended
     */
    boolean interrupt(long millis) throws InterruptedException {
        thread.interrupt();
        return await(millis);
    }

    /** Returns whether the command ended with an exception. */
    boolean broken() {
        return broken;
    }

    /** Waits some time for the end of the command. Returns whether it has ended. */
    boolean await(long millis) throws InterruptedException {
        return done.await(millis, TimeUnit.MILLISECONDS);
    }

    private static ServiceTracker<Callable<Integer>, Callable<Integer>> track(BundleContext context)
            throws InvalidSyntaxException {
        return new ServiceTracker<>(context, context.createFilter(FILTER), null);
    }

    /** Returns each bundle that does not resolve, with the framework's reason. */
    private static String unresolved(BundleContext context) {
        List<String> reasons = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.INSTALLED
                    && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                try {
                    bundle.start();
                } catch (BundleException e) {
                    reasons.add(bundle.getSymbolicName() + ": " + e.getMessage());
                }
            }
        }
        return reasons.isEmpty() ? "every bundle resolves" : String.join("; ", reasons);
    }
}
