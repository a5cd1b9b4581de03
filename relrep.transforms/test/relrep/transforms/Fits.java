package relrep.transforms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.transform.FittedTransform;
import relrep.api.transform.Transform;

import java.util.ArrayList;
import java.util.List;

/** Fits transforms, and compares rows. */
final class Fits {
    private Fits() {}

    static FittedTransform fit(Transform transform, Matrix training) {
        return transform.fit(Space.of("a", training), Run.quiet(Seed.of(1)));
    }

    /** Returns the training rows' images. */
    static Matrix images(Transform transform, Matrix training) {
        return fit(transform, training).apply(training);
    }

    /** Returns the notes of a fit. */
    static List<String> notes(Transform transform, Matrix training) {
        List<String> notes = new ArrayList<>();
        transform.fit(Space.of("a", training), new Noting(notes));
        return notes;
    }

    private record Noting(List<String> notes) implements Run {
        @Override
        public Seed seed() {
            return Seed.of(1);
        }

        @Override
        public void step(long done, long total) {}

        @Override
        public Run part(String name, double share) {
            return this;
        }

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    }

    static void assertClose(Matrix expected, Matrix actual, double tolerance) {
        assertEquals(expected.toString(), actual.toString());
        for (int i = 0; i < expected.rows(); i++) {
            for (int j = 0; j < expected.cols(); j++) {
                assertEquals(
                        expected.get(i, j),
                        actual.get(i, j),
                        tolerance,
                        "row %d, column %d".formatted(i, j));
            }
        }
    }
}
