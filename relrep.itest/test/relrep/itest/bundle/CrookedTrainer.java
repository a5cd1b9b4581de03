package relrep.itest.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

import relrep.api.data.Matrix;
import relrep.api.model.Epoch;
import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.Run;

import java.util.List;
import java.util.Map;

/**
 * A third-party trainer that ranks above relrep's own and whose maps are one coordinate too wide.
 * The tests pack this class into a bundle.
 */
public final class CrookedTrainer implements BundleActivator, Trainer, Regressor {
    private volatile int width;

    @Override
    public void start(BundleContext context) {
        context.registerService(
                Trainer.class,
                this,
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 10)));
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public Regressor train(Regression problem, Run run) {
        width = problem.targets().cols() + 1;
        return this;
    }

    @Override
    public Matrix predict(Matrix inputs) {
        return Matrix.of(inputs.rows(), width, new float[inputs.rows() * width]);
    }

    @Override
    public List<Epoch> history() {
        return List.of();
    }
}
