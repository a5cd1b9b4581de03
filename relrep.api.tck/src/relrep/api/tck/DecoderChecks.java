package relrep.api.tck;

import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Epoch;
import relrep.api.model.Objective;
import relrep.api.model.TrainedDecoder;
import relrep.api.run.CancelledException;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The laws of {@link DecoderArchitecture}: decoders that are trained alone. */
final class DecoderChecks {
    private static final int WIDTH = 11;

    private final DecoderArchitecture architecture;
    private final List<Objective> objectives = new ArrayList<>();

    private DecoderChecks(DecoderArchitecture architecture) {
        this.architecture = architecture;
    }

    static void add(DecoderArchitecture architecture, Checks checks) {
        DecoderChecks laws = new DecoderChecks(architecture);
        checks.add("trains a decoder for latents of any width", laws::shapes);
        checks.add("trains a decoder that learns", laws::learns);
        checks.add("classifies by the latents alone, of pictures or of texts", laws::ofTexts);
        checks.add("trains the same decoder from the same seed", laws::repeats);
        checks.add("restores a decoder to the last bit", laws::restores);
        checks.add("lets a cancel of a decoder through", laws::cancel);
    }

    /**
     * Returns latents that contain the classes and a little more: noisy projections of the
     * pictures.
     */
    private static DecodingProblem problem(Trial t, Objective objective) {
        Samples train = Training.samples(t, "train", Training.SAMPLES);
        Samples validation = Training.samples(t, "validation", 24);
        return new DecodingProblem(
                latents(t, train),
                train,
                Optional.of(latents(t, validation)),
                Optional.of(validation),
                objective);
    }

    private static Matrix latents(Trial t, Samples samples) {
        AffineMap map = AffineMap.between(Training.SHAPE.size(), WIDTH, t.random("latents"));
        return map.apply(samples.inputs());
    }

    /** Returns the objectives that the architecture accepts; at least one. */
    private synchronized List<Objective> objectives(Trial t) {
        if (objectives.isEmpty()) {
            for (Objective objective : Objective.values()) {
                if (takes(t, objective)) {
                    objectives.add(objective);
                }
            }
            t.require(!objectives.isEmpty(), "it must train for an objective, it refuses all");
        }
        return objectives;
    }

    private boolean takes(Trial t, Objective objective) {
        try {
            architecture.trainDecoder(problem(t, objective), new Counting(t.run(), 1));
            return true;
        } catch (CancelledException e) {
            return true;
        } catch (InvalidInputException e) {
            t.require(
                    e.getMessage().contains(" "),
                    "it must refuse to %s with a sentence, not '%s'",
                    objective,
                    e.getMessage());
            return false;
        }
    }

    private TrainedDecoder train(Trial t, Run run) {
        return architecture.trainDecoder(problem(t, objectives(t).get(0)), run);
    }

    private void shapes(Trial t) {
        Matrix latents = latents(t, Training.samples(t, "new", 7));
        for (Objective objective : objectives(t)) {
            TrainedDecoder decoder = architecture.trainDecoder(problem(t, objective), t.run());
            boolean classify = objective == Objective.CLASSIFY;
            int width = classify ? Training.CLASSES : Training.SHAPE.size();
            Matrix outputs = decoder.decoder().decode(latents);
            t.shape(7, width, outputs, "the outputs to " + objective);
            t.finite(outputs, "the outputs");
            t.require(
                    decoder.decoder().width() == WIDTH,
                    "the decoder must give the width %d of its latents, not %d",
                    WIDTH,
                    decoder.decoder().width());
        }
    }

    private void learns(Trial t) {
        for (Objective objective : objectives(t)) {
            DecodingProblem problem = problem(t, objective);
            TrainedDecoder decoder = architecture.trainDecoder(problem, t.run());
            List<Epoch> history = decoder.history();
            if (history.size() > 1) {
                double first = history.get(0).trainLoss();
                double last = history.get(history.size() - 1).trainLoss();
                t.require(last < first, "the loss must fall, not go from %g to %g", first, last);
            } else if (objective == Objective.RECONSTRUCT) {
                Matrix truth = problem.train().inputs();
                double error = Training.error(decoder.decoder().decode(problem.latents()), truth);
                double mean = Training.error(Means.of(truth), truth);
                t.require(
                        error < mean, "the error must be below the mean's %g, not %g", mean, error);
            }
        }
    }

    private void ofTexts(Trial t) {
        if (!objectives(t).contains(Objective.CLASSIFY)) {
            throw new SkippedException("it does not classify");
        }
        DecodingProblem pictures = problem(t, Objective.CLASSIFY);
        Samples texts = Training.texts(t, "train", Training.SAMPLES);
        Samples labelled =
                new Samples(texts.content(), pictures.train().labels(), Optional.empty());
        Matrix latents = latents(t, Training.samples(t, "new", 7));
        t.same(
                classified(t, pictures.train(), latents),
                classified(t, labelled, latents),
                "the outputs of a decoder that was trained on the same latents of texts");
    }

    private Matrix classified(Trial t, Samples train, Matrix latents) {
        DecodingProblem known = problem(t, Objective.CLASSIFY);
        return architecture
                .trainDecoder(
                        new DecodingProblem(
                                known.latents(),
                                train,
                                Optional.empty(),
                                Optional.empty(),
                                Objective.CLASSIFY),
                        t.run())
                .decoder()
                .decode(latents);
    }

    private void repeats(Trial t) {
        Training.same(t, train(t, t.run()).state(), train(t, t.run()).state());
    }

    private void restores(Trial t) {
        TrainedDecoder decoder = train(t, t.run());
        TrainedDecoder restored = architecture.restoreDecoder(decoder.state());
        Matrix latents = latents(t, Training.samples(t, "new", 7));
        Matrix outputs = decoder.decoder().decode(latents);
        t.same(outputs, restored.decoder().decode(latents), "the restored decoder's outputs");
        Training.same(t, decoder.state(), restored.state());
    }

    private void cancel(Trial t) {
        Counting.requireCancel(t, run -> train(t, run));
    }
}
