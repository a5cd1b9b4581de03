package relrep.workbench.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import relrep.api.model.NetworkState;
import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.Run;
import relrep.workbench.contract.CheckedPlugin;

/**
 * The trainer that plugins get: the best installed one, with checked results. It ranks above all
 * other trainers, and exists as long as one of them does.
 */
@Component(
        property = {
            "service.ranking:Integer=" + Integer.MAX_VALUE,
            TrainerForPlugins.CHECKED + ":Boolean=true"
        })
public final class TrainerForPlugins implements Trainer {
    static final String CHECKED = "relrep.checked";

    private final Trainer trainer;
    private final Bundle bundle;
    private final ServiceRegistry registry;

    /** Makes the component. */
    @Activate
    public TrainerForPlugins(
            @Reference(
                            target = "(!(" + CHECKED + "=true))",
                            policyOption = ReferencePolicyOption.GREEDY)
                    Trainer trainer,
            @Reference ServiceRegistry registry) {
        this.bundle = FrameworkUtil.getBundle(trainer.getClass());
        this.registry = registry;
        this.trainer = CheckedPlugin.ofNameless(Trainer.class, trainer);
    }

    @Override
    public Regressor train(Regression problem, Run run) {
        registry.used(bundle);
        return trainer.train(problem, run);
    }

    @Override
    public Regressor restore(NetworkState state) {
        registry.used(bundle);
        return trainer.restore(state);
    }
}
