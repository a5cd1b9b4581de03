package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.Run;
import relrep.models.layer.Activation;
import relrep.models.layer.Dense;
import relrep.models.layer.Layer;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.models.network.Workshop;
import relrep.models.training.Regimen;
import relrep.nd4j.Nd4jEngine;

import java.util.ArrayList;
import java.util.List;

/** Trains fully connected layers with ReLU from given inputs to given targets. */
@Component(service = Trainer.class)
public final class DenseTrainer implements Trainer {
    /** Makes the service. */
    @Activate
    public DenseTrainer(@Reference Nd4jEngine engine) {}

    @Override
    public Regressor train(Regression problem, Run run) {
        List<Layer> layers = new ArrayList<>();
        for (int width : problem.hidden()) {
            layers.add(new Dense(width));
            layers.add(Activation.RELU);
        }
        layers.add(new Dense(problem.targets().cols()));
        Regimen regimen =
                new Regimen(problem.epochs(), problem.batchSize(), problem.learningRate(), 0, 0);
        Stack stack = new Stack(Volume.flat(problem.inputs().cols()), layers);
        return Workshop.regress(stack, regimen, problem.inputs(), problem.targets(), run);
    }
}
