package relrep.models.text;

import relrep.api.data.Content;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.model.Architecture;
import relrep.api.model.Bottleneck;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Network;
import relrep.api.model.NetworkState;
import relrep.api.model.Objective;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.model.TrainingProblem;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.models.network.Attributes;
import relrep.models.network.Blueprint;
import relrep.models.network.NetworkTrainer;
import relrep.models.network.PlainNetwork;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An architecture for texts: a blueprint over the ids of tokens, and a vocabulary from the training
 * texts that is kept with the network.
 *
 * @param <O> its options
 */
public abstract class TextArchitecture<O extends Record>
        implements Architecture, Tunable<Architecture, O> {
    private static final String VOCABULARY = "vocabulary";
    private static final String TOKENS = "tokens-read";

    private final Blueprint<O> blueprint;
    private final WordOptions words;
    private final NetworkTrainer<O> trainer;

    TextArchitecture(Blueprint<O> blueprint, WordOptions words) {
        this.blueprint = blueprint;
        this.words = words;
        this.trainer = new NetworkTrainer<>(blueprint, 1);
    }

    @Override
    public O options() {
        return blueprint.options();
    }

    @Override
    public Content takes() {
        return Content.TEXT;
    }

    @Override
    public boolean takesPenalties() {
        return trainer.takesPenalties();
    }

    @Override
    public OutputRange range() {
        return OutputRange.ALL;
    }

    @Override
    public Network train(TrainingProblem problem, Run run) {
        requireClasses(problem.objective());
        List<String> texts = problem.train().texts();
        Vocabulary vocabulary = Vocabulary.of(texts, words.vocabulary(), words.least());
        Vocabulary.notes(texts, words.tokens()).forEach(note -> run.note("in training, " + note));
        Network inner =
                trainer.train(
                        new TrainingProblem(
                                numbered(problem.train(), vocabulary),
                                problem.validation().map(own -> numbered(own, vocabulary)),
                                problem.objective(),
                                numbered(problem.bottleneck(), vocabulary),
                                problem.penalties()),
                        run);
        Map<String, String> attributes = new LinkedHashMap<>(inner.state().attributes());
        attributes.put(VOCABULARY, vocabulary.toString());
        attributes.put(TOKENS, Integer.toString(words.tokens()));
        return network(inner, new NetworkState(inner.state().tensors(), attributes));
    }

    private static void requireClasses(Objective objective) {
        if (objective != Objective.CLASSIFY) {
            throw new InvalidInputException(
                    "networks of texts are trained to classify, texts cannot be reconstructed");
        }
    }

    private Samples numbered(Samples samples, Vocabulary vocabulary) {
        Matrix ids = vocabulary.ids(samples.texts(), words.tokens());
        return new Samples(ids, Shape.vector(words.tokens()), samples.labels(), samples.keys());
    }

    private Bottleneck numbered(Bottleneck bottleneck, Vocabulary vocabulary) {
        return bottleneck instanceof Bottleneck.Relative relative
                ? new Bottleneck.Relative(
                        relative.width(),
                        Inputs.of(vocabulary.ids(relative.anchors().texts(), words.tokens())),
                        relative.similarity(),
                        relative.every(),
                        relative.normalised())
                : bottleneck;
    }

    private static Network network(Network inner, NetworkState state) {
        Attributes attributes = new Attributes(state.attributes());
        return new PlainNetwork(
                new TextEncoder(
                        inner.encoder(),
                        Vocabulary.read(attributes.get(VOCABULARY)),
                        attributes.number(TOKENS)),
                inner.decoder(),
                inner.anchors(),
                inner.history(),
                state);
    }

    @Override
    public Network restore(NetworkState state) {
        return network(trainer.restore(state), state);
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        requireClasses(problem.objective());
        return trainer.trainDecoder(labelled(problem), run);
    }

    /** Returns the problem with samples of one number, since the texts play no part in it. */
    private static DecodingProblem labelled(DecodingProblem problem) {
        return new DecodingProblem(
                problem.latents(),
                bare(problem.train()),
                problem.validationLatents(),
                problem.validation().map(TextArchitecture::bare),
                problem.objective());
    }

    private static Samples bare(Samples samples) {
        return new Samples(
                Matrix.of(samples.size(), 1, new float[samples.size()]),
                Shape.vector(1),
                samples.labels());
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        return trainer.restoreDecoder(state);
    }
}
