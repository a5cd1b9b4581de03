package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

class EncoderChecksTest {
    /** A frozen random projection. */
    private static class Projection implements Encoder {
        @Override
        public int width() {
            return 6;
        }

        @Override
        public Matrix encode(Inputs inputs) {
            float[] x = inputs.numbers().toArray();
            int n = inputs.size();
            int d = inputs.numbers().cols();
            RandomGenerator random = Seed.of(1).random();
            float[] latents = new float[n * 6];
            for (int j = 0; j < d * 6; j++) {
                float weight = (float) random.nextGaussian();
                for (int i = 0; i < n; i++) {
                    latents[i * 6 + j % 6] += weight * x[i * d + j / 6];
                }
            }
            return Matrix.of(n, 6, latents);
        }
    }

    /** Counts letters: an encoder of texts. */
    private static class Letters implements Encoder {
        @Override
        public int width() {
            return 26;
        }

        @Override
        public Content takes() {
            return Content.TEXT;
        }

        @Override
        public Matrix encode(Inputs inputs) {
            List<String> texts = inputs.texts();
            float[] counts = new float[texts.size() * 26];
            for (int i = 0; i < texts.size(); i++) {
                for (char letter : texts.get(i).toCharArray()) {
                    if (letter >= 'a' && letter <= 'z') {
                        counts[i * 26 + letter - 'a']++;
                    }
                }
            }
            return Matrix.of(texts.size(), 26, counts);
        }
    }

    @TestFactory
    Stream<DynamicTest> laws() {
        AtomicInteger calls = new AtomicInteger();
        return new CounterExamples()
                .sound("a frozen random projection", new Projection())
                .sound("counts of letters", new Letters())
                .sound("a model that cannot be had", missing())
                .broken("gives finite latents of its width", through(z -> z.rows(0, 1)))
                .broken(
                        "encodes the same bytes again",
                        through(z -> plus(z, calls.incrementAndGet())))
                .broken("encodes each row on its own", through(z -> plus(z, z.rows())))
                .broken("tells samples apart", through(z -> Matrix.of(z.rows(), 6, zeros(z))))
                .broken(
                        "encodes from several threads",
                        through(z -> plus(z, calls.incrementAndGet())))
                .broken("leaves the samples as they are", vandal())
                .broken("refuses samples of another content", greedy())
                .broken("says the same of the same samples, in sentences", talkative())
                .broken("gives checksums that are SHA-256", summing())
                .tests();
    }

    private static float[] zeros(Matrix z) {
        return new float[z.rows() * 6];
    }

    private static Matrix plus(Matrix z, float more) {
        float[] values = z.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += more;
        }
        return Matrix.of(z.rows(), z.cols(), values);
    }

    private static Encoder through(UnaryOperator<Matrix> other) {
        return new Projection() {
            @Override
            public Matrix encode(Inputs inputs) {
                return other.apply(super.encode(inputs));
            }
        };
    }

    private static Encoder missing() {
        return new Projection() {
            @Override
            public void prepare(DataPlaces places, Run run) {
                throw new UnavailableException("the model must be there, and is not", null);
            }
        };
    }

    private static Encoder vandal() {
        return new Projection() {
            @Override
            public Matrix encode(Inputs inputs) {
                Matrix latents = super.encode(inputs);
                Vandal.change(inputs.numbers());
                return latents;
            }
        };
    }

    private static Encoder greedy() {
        return new Projection() {
            @Override
            public Matrix encode(Inputs inputs) {
                return inputs.content() == Content.TEXT
                        ? Matrix.of(inputs.size(), 6, new float[inputs.size() * 6])
                        : super.encode(inputs);
            }
        };
    }

    private static Encoder talkative() {
        AtomicInteger asked = new AtomicInteger();
        return new Projection() {
            @Override
            public List<String> notes(Inputs inputs) {
                return List.of("asked %d times".formatted(asked.incrementAndGet()));
            }
        };
    }

    private static Encoder summing() {
        return new Projection() {
            @Override
            public Map<String, String> checksums() {
                return Map.of("model.onnx", "abc");
            }
        };
    }
}
