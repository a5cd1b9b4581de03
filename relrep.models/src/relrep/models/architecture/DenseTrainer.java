package relrep.models.architecture;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import relrep.api.model.NetworkState;
import relrep.api.model.Regression;
import relrep.api.model.Regressor;
import relrep.api.model.Trainer;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.models.layer.Activation;
import relrep.models.layer.DenseLayer;
import relrep.models.layer.Layer;
import relrep.models.layer.Stack;
import relrep.models.layer.Volume;
import relrep.models.network.Attributes;
import relrep.models.network.NetworkTrainer;
import relrep.models.training.Regimen;
import relrep.nd4j.Nd4jEngine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@link Trainer} service: trains fully connected layers with ReLU from given inputs to given
 * targets.
 */
@Component(service = Trainer.class)
public final class DenseTrainer implements Trainer {
    private static final String WIDTHS = "widths";

    /** Makes the service. */
    @Activate
    public DenseTrainer(@Reference Nd4jEngine engine) {}

    @Override
    public Regressor train(Regression problem, Run run) {
        List<Integer> widths = new ArrayList<>();
        widths.add(problem.inputs().cols());
        widths.addAll(problem.hidden());
        widths.add(problem.targets().cols());
        Regimen regimen =
                new Regimen(problem.epochs(), problem.batchSize(), problem.learningRate(), 0, 0);
        return NetworkTrainer.regress(
                stack(widths),
                attributes(widths),
                regimen,
                problem.inputs(),
                problem.targets(),
                run);
    }

    @Override
    public Regressor restore(NetworkState state) {
        List<Integer> widths = widths(new Attributes(state.attributes()).get(WIDTHS));
        return NetworkTrainer.restoreRegressor(stack(widths), attributes(widths), state);
    }

    private static Stack stack(List<Integer> widths) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.size() - 1; i++) {
            layers.add(new DenseLayer(widths.get(i)));
            layers.add(Activation.RELU);
        }
        layers.add(new DenseLayer(widths.get(widths.size() - 1)));
        return new Stack(Volume.flat(widths.get(0)), layers);
    }

    private static Map<String, String> attributes(List<Integer> widths) {
        return Map.of(
                WIDTHS, widths.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static List<Integer> widths(String written) {
        if (!written.matches("[1-9]\\d{0,6}( [1-9]\\d{0,6})+")) {
            throw new InvalidInputException(
                    "the widths of a network's state must be at least two, each from 1, not '%s'"
                            .formatted(written));
        }
        return Stream.of(written.split(" ")).map(Integer::valueOf).toList();
    }
}
