package relrep.itest.launch;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * A plugin that takes the command line's place with a command that waits until it is interrupted.
 * The test packs this class into a bundle.
 */
public final class Waiting implements BundleActivator, Callable<Integer> {
    @Override
    public void start(BundleContext context) {
        Map<String, Object> first =
                Map.of("relrep.main", true, Constants.SERVICE_RANKING, Integer.MAX_VALUE);
        context.registerService(Callable.class, this, new Hashtable<>(first));
    }

    @Override
    public void stop(BundleContext context) {
        System.out.println("stopped");
    }

    @Override
    public Integer call() {
        System.out.println("waiting");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            System.out.println("interrupted");
        }
        return 0;
    }
}
