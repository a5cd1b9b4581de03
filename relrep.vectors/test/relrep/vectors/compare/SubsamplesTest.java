package relrep.vectors.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.vectors.compare.Representation.Role;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

class SubsamplesTest {
    private static final Run QUIET = Run.quiet(Seed.of(1));

    /** The sum of the first coordinates, and which matrices it was asked about. */
    private static final class Total implements PairMetric {
        private final Queue<Matrix> asked = new ConcurrentLinkedQueue<>();

        @Override
        public Score measure(Space source, Space target, Run run) {
            asked.add(source.latents());
            double sum = 0;
            for (int i = 0; i < source.size(); i++) {
                sum += source.latents().get(i, 0) * target.latents().get(i, 0);
            }
            return Score.of(sum);
        }

        @Override
        public MetricTraits traits() {
            return new MetricTraits(Direction.HIGHER_IS_BETTER, 0, 1e9, Set.of(), 2);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }
    }

    private static SampledRows samples() {
        float[] values = new float[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Space source = Space.of("source", Matrix.of(40, 1, values));
        Space target = Space.of("target", Matrix.of(40, 1, values.clone()));
        return SampledRows.of(
                List.of(
                        Representation.of("absolute", Role.ABSOLUTE, source, target),
                        Representation.absent("relative", Role.RELATIVE, "there is none"),
                        Representation.of("shift", Role.ALIGNED, target, target)),
                40,
                Seed.of(3));
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // the very same, not equal ones
    void metricsAreMeasuredOnTheVerySameSubsamples() {
        SampledRows samples = samples();
        Total one = new Total();
        Total other = new Total();
        List<MetricEvaluation> found =
                List.of(
                        new MetricEvaluator(one, "one", 500, new PluginFailures())
                                .measure(samples, QUIET.part("one", 1)),
                        new MetricEvaluator(other, "other", 500, new PluginFailures())
                                .measure(samples, QUIET.part("other", 1)));
        Map<MetricEvaluation, Replicates> replicates = Subsamples.of(found, QUIET);
        assertEquals(20, found.get(0).subsample());
        assertEquals(
                new Resampling(Resampling.Method.SUBSAMPLING, 20, 20),
                replicates.get(found.get(0)).how());
        assertEquals(Set.copyOf(one.asked), Set.copyOf(other.asked));
        for (Matrix matrix : one.asked) {
            assertTrue(other.asked.stream().anyMatch(same -> same == matrix));
        }
        MetricReport report =
                found.get(0)
                        .report(
                                Optional.of(replicates.get(found.get(0))),
                                Comparator.naturalOrder());
        assertEquals("there is none", report.readings().get(1).reason());
        assertTrue(report.readings().get(0).interval().isPresent());
    }

    @Test
    void aPartIsDrawnOnceAndASpaceThatIsInSeveralViewsOnce() {
        SampledRows samples = samples();
        SampledRows few = samples.first(10);
        assertSame(few, samples.first(10));
        assertSame(samples, samples.first(40));
        assertEquals(10, few.views().get(0).source().size());
        assertSame(few.views().get(0).target(), few.views().get(2).source());
        assertSame(samples.shuffled(0).target(), samples.shuffled(2).target());
        assertSame(samples.views().get(0).source(), samples.shuffled(0).source());
    }
}
