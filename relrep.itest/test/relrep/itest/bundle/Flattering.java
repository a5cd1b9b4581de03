package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

import relrep.api.data.Matrix;
import relrep.api.metric.RetrievalAppraiser;
import relrep.api.run.Run;

import java.util.Arrays;
import java.util.Map;

/**
 * A third-party measure of retrieval that ranks above relrep's own and finds everything. The tests
 * pack this class into a bundle.
 */
public final class Flattering
        implements BundleActivator, RetrievalAppraiser, RetrievalAppraiser.Truth {
    @Override
    public void start(BundleContext context) {
        context.registerService(
                RetrievalAppraiser.class,
                this,
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 10)));
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public Truth truth(Matrix queries, Matrix documents, int[] own, int k, Run run) {
        return this;
    }

    @Override
    public Agreement ask(Matrix queries, Matrix documents, Run run) {
        float[] found = new float[queries.rows()];
        Arrays.fill(found, 1);
        return new Agreement(found, found);
    }
}
