package relrep.runtime.run;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Inputs;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Split;
import relrep.api.model.Decoder;
import relrep.api.model.DecoderArchitecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.Encoder;
import relrep.api.model.Epoch;
import relrep.api.model.NetworkState;
import relrep.api.model.TrainedDecoder;
import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Texts in two languages, an encoder of texts, and a head that is trained alone. */
@SuppressWarnings("SameNameButDifferent") // each plugin has its own Options
final class Bilingual {
    private Bilingual() {}

    /**
     * Texts of two classes. The French ones come in the opposite order, lack the first and have one
     * of their own; upper case letters are French.
     */
    record Phrases(Options options) implements Dataset, Tunable<Dataset, Phrases.Options> {
        enum Language {
            EN,
            FR
        }

        record Options(
                @Option("language") Language language,
                @Option("names of the classes") List<String> classes,
                @Option("whether they have keys") boolean keyed,
                @Option("whether they have labels") boolean labelled) {}

        Phrases() {
            this(new Options(Language.EN, List.of("low", "high"), true, true));
        }

        @Override
        public Dataset with(Options other) {
            return new Phrases(other);
        }

        @Override
        public Content content() {
            return Content.TEXT;
        }

        @Override
        public Split load(DataPlaces places, Run run) {
            return new Split(samples("train", 12), samples("test", 8), Map.of("p", "sum of p"));
        }

        private Samples samples(String part, int n) {
            List<String> texts = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            int[] labels = new int[n];
            boolean french = options.language() == Language.FR;
            for (int i = 0; i < n; i++) {
                int number = french ? n - i : i;
                labels[i] = number % 2;
                String text = (number % 2 == 0 ? "aab" : "dde") + "abcde".charAt(number % 5);
                texts.add(french ? text.replace('a', 'e') + "." + number : text + number);
                keys.add(part + number);
            }
            Samples samples =
                    new Samples(
                            Inputs.of(texts),
                            Optional.of(Labels.of(options.classes(), labels))
                                    .filter(all -> options.labelled()),
                            Optional.empty());
            return options.keyed() ? samples.keyed(keys) : samples;
        }
    }

    /** Counts the letters a to e of a text, and its other characters. */
    record Letters(Consumer<String> told) implements Encoder {
        @Override
        public int width() {
            return 6;
        }

        @Override
        public Content takes() {
            return Content.TEXT;
        }

        @Override
        public Matrix encode(Inputs inputs) {
            float[] counts = new float[inputs.size() * 6];
            for (int i = 0; i < inputs.size(); i++) {
                String text = inputs.texts().get(i);
                told.accept(text);
                for (int at = 0; at < text.length(); at++) {
                    char letter = text.charAt(at);
                    counts[i * 6 + (letter >= 'a' && letter <= 'e' ? letter - 'a' : 5)]++;
                }
            }
            return Matrix.of(inputs.size(), 6, counts);
        }

        @Override
        public List<String> notes(Inputs inputs) {
            long others = inputs.texts().stream().filter(text -> text.contains(".")).count();
            return others == 0
                    ? List.of()
                    : List.of("%d of %d texts have a point".formatted(others, inputs.size()));
        }
    }

    /** An encoder without the file of its model. */
    static final class Fileless implements Encoder {
        @Override
        public int width() {
            throw new InvalidInputException("the model's file must be there, and is not");
        }

        @Override
        public Matrix encode(Inputs inputs) {
            throw new AssertionError("it cannot encode");
        }
    }

    /** A head that scores classes by the product with their mean. */
    static final class Means implements DecoderArchitecture {
        @Override
        public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
            Labels labels = problem.train().requireLabels();
            int d = problem.latents().cols();
            float[] means = new float[labels.classes().size() * d];
            for (int i = 0; i < labels.size(); i++) {
                run.step(i, labels.size());
                for (int j = 0; j < d; j++) {
                    means[labels.get(i) * d + j] +=
                            problem.latents().get(i, j) / labels.rowsOf(labels.get(i)).length;
                }
            }
            return restoreDecoder(
                    new NetworkState(
                            Map.of("means", Matrix.of(labels.classes().size(), d, means)),
                            Map.of()));
        }

        @Override
        public TrainedDecoder restoreDecoder(NetworkState state) {
            Matrix means = state.tensors().get("means");
            return new TrainedDecoder() {
                @Override
                public Decoder decoder() {
                    return new Scores(means);
                }

                @Override
                public List<Epoch> history() {
                    return List.of();
                }

                @Override
                public NetworkState state() {
                    return state;
                }
            };
        }
    }

    private record Scores(Matrix means) implements Decoder {
        @Override
        public int width() {
            return means.cols();
        }

        @Override
        public Matrix decode(Matrix latents) {
            float[] scores = new float[latents.rows() * means.rows()];
            for (int i = 0; i < latents.rows(); i++) {
                for (int c = 0; c < means.rows(); c++) {
                    for (int j = 0; j < means.cols(); j++) {
                        float apart = latents.get(i, j) - means.get(c, j);
                        scores[i * means.rows() + c] -= apart * apart;
                    }
                }
            }
            return Matrix.of(latents.rows(), means.rows(), scores);
        }
    }
}
