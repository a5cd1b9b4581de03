package relrep.api.tck;

import relrep.api.data.Samples;
import relrep.api.model.Architecture;
import relrep.api.model.Network;
import relrep.api.model.Objective;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.OptionComponents;
import relrep.api.plugin.Tunable;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Networks for the small test problem. Each is trained once, on first use, since training is slow.
 */
final class TrainedOnce {
    private final Architecture architecture;
    private final Trial trial;
    private final Map<Objective, Network> networks = new EnumMap<>(Objective.class);
    private final List<Objective> objectives = new ArrayList<>();
    private Optional<InvalidInputException> lacking = Optional.empty();

    TrainedOnce(Architecture architecture, Trial trial) {
        this.architecture = architecture;
        this.trial = trial;
    }

    TrainingProblem problem(Objective objective) {
        return Training.problem(trial, architecture.takes(), objective);
    }

    /** Returns samples of the content that the architecture takes. */
    Samples samples(Trial t, String what, int n) {
        return Training.samples(t, architecture.takes(), what, n);
    }

    /** Returns the objectives that the architecture accepts; at least one. */
    synchronized List<Objective> objectives() {
        if (objectives.isEmpty()) {
            for (Objective objective : Objective.values()) {
                if (takes(objective)) {
                    objectives.add(objective);
                }
            }
            if (objectives.isEmpty() && lacking.isPresent()) {
                throw new SkippedException(lacking.get().getMessage());
            }
            trial.require(!objectives.isEmpty(), "it must train for an objective, it refuses all");
        }
        return objectives;
    }

    private boolean takes(Objective objective) {
        try {
            architecture.train(problem(objective), new Counting(trial.run(), 1));
            return true;
        } catch (CancelledException e) {
            return true;
        } catch (InvalidInputException e) {
            trial.require(
                    e.getMessage().contains(" "),
                    "it must refuse to %s with a sentence, not '%s'",
                    objective,
                    e.getMessage());
            lacking = lacking.or(() -> Optional.of(e).filter(this::lacksFile));
            return false;
        }
    }

    /**
     * Returns whether a refusal is about an option that is a text and has no default, such as the
     * file of a model. Such an architecture is checked only where the option is given.
     */
    private boolean lacksFile(InvalidInputException refusal) {
        if (refusal.value().isEmpty() || !(architecture instanceof Tunable<?, ?> tunable)) {
            return false;
        }
        Record options = tunable.options();
        List<RecordComponent> all = OptionComponents.of(options.getClass());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).getName().equals(refusal.value().get())) {
                return OptionComponents.values(options).get(i) instanceof String text
                        && text.isBlank();
            }
        }
        return false;
    }

    /** Returns a network trained for the first accepted objective. */
    Network network() {
        return network(objectives().get(0));
    }

    synchronized Network network(Objective objective) {
        return networks.computeIfAbsent(objective, this::again);
    }

    /** Returns a network trained again from the same seed. */
    Network again(Objective objective) {
        return architecture.train(problem(objective), trial.run());
    }
}
