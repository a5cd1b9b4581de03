package relrep.itest.launch;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * A plugin that replaces the command line by a command that waits until it is interrupted. The test
 * packs this class into a bundle.
 */
public final class Waiting implements BundleActivator, Callable<Integer> {
    @Override
    public void start(BundleContext context) {
        Map<String, Object> first =
                Map.of("relrep.main", true, Constants.SERVICE_RANKING, Integer.MAX_VALUE);
        context.registerService(Callable.class, this, FrameworkUtil.asDictionary(first));
    }

    @Override
    public void stop(BundleContext context) {
        say("stopped");
    }

    @Override
    public Integer call() {
        say("waiting");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            say("interrupted");
        }
        return 0;
    }

    /** Says it to the process's own output: System.out of a plugin is not that. */
    private static void say(String line) {
        new PrintStream(new FileOutputStream(FileDescriptor.out), true).println(line);
    }
}
