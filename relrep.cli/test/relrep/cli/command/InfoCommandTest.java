package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Space;
import relrep.api.data.Split;
import relrep.api.metric.MetricTraits;
import relrep.api.metric.MetricTraits.Direction;
import relrep.api.metric.MetricTraits.Need;
import relrep.api.metric.PairMetric;
import relrep.api.metric.Score;
import relrep.api.plugin.Invariance;
import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.workbench.plugins.Kind;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

class InfoCommandTest {
    @TempDir Path folder;

    /** A distance with an option that changes what it claims. */
    private record Minkowski(Options options)
            implements PointSimilarity, Tunable<Similarity, Minkowski.Options> {
        record Options(@Option(value = "the exponent", min = 1) double p) {}

        @Override
        public double compare(float[] point, float[] anchor) {
            return 0;
        }

        @Override
        public Set<Invariance> invariances() {
            return options.p == 2
                    ? Set.of(Invariance.TRANSLATION, Invariance.PERMUTATION, Invariance.ORTHOGONAL)
                    : Set.of(Invariance.TRANSLATION, Invariance.PERMUTATION);
        }

        @Override
        public Sense sense() {
            return Sense.LARGER_IS_FARTHER;
        }

        @Override
        public Similarity with(Options other) {
            return new Minkowski(other);
        }
    }

    private static final class Overlap implements PairMetric {
        @Override
        public Score measure(Space source, Space target, Run run) {
            return Score.of(0);
        }

        @Override
        public Set<Invariance> invariances() {
            return Set.of();
        }

        @Override
        public MetricTraits traits() {
            return new MetricTraits(
                    Direction.HIGHER_IS_BETTER, 0, 1, Set.of(Need.EQUAL_WIDTHS), 11);
        }
    }

    private static final class Absent implements Dataset {
        @Override
        public Split load(DataPlaces places, Run run) {
            if (places.download()) {
                throw new AssertionError("info must not download");
            }
            throw new UnavailableException("mnist needs mnist/x.gz; put it there", null);
        }
    }

    private Typed with(Kind kind, String name, Object service) {
        Typed typed = new Typed(folder);
        typed.registry = new ExamplePlugins().with(kind, name, service);
        return typed;
    }

    private Typed minkowski() {
        return with(Kind.SIMILARITY, "minkowski", new Minkowski(new Minkowski.Options(1)));
    }

    @Test
    void aSimilarityTellsItsOptionsClaimsAndSense() {
        assertEquals(
                """
                minkowski, a similarity
                A minkowski
                source           Ada, 1843
                bundle           com.example 1.0.0
                unchanged by     permutation, translation
                a larger value   is less alike: it is a distance, and 0 is the same point
                trained through  no
                leads back       no
                ready

                OPTION  DEFAULT  MUST BE               MEANING
                p       1        a number, at least 1  the exponent

                written minkowski(p=1) in files, minkowski:p=1 in a shell
                """,
                minkowski().type("info", "minkowski").out);
    }

    @Test
    void theClaimsAreThoseOfTheOptionsGiven() {
        String out = minkowski().type("info", "minkowski:p=2").out;
        assertTrue(out.contains("unchanged by     permutation, orthogonal, translation\n"), out);
    }

    @Test
    void anOptionOutOfRangeIsRefused() {
        Typed typed = minkowski().type("info", "minkowski(p=0)");
        assertEquals("relrep: minkowski: p must be at least 1, not 0\n", typed.err);
        assertEquals(2, typed.exit);
    }

    @Test
    void aMetricTellsDirectionRangeAndNeeds() {
        assertEquals(
                """
                overlap, a metric
                A overlap
                source          Ada, 1843
                bundle          com.example 1.0.0
                measures        two spaces
                a larger value  is better, or more alike
                range           0 to 1
                needs           equal widths, at least 11 samples
                unchanged by    nothing (of the target alone)
                ready
                """,
                with(Kind.METRIC, "overlap", new Overlap()).type("info", "overlap").out);
    }

    @Test
    void aDatasetThatIsNotThereTellsWhatItNeeds() {
        Typed typed = with(Kind.DATASET, "mnist", new Absent());
        typed.environment.put("RELREP_DATA", "/data");
        String out = typed.type("info", "mnist").out;
        assertTrue(out.contains("data       mnist needs mnist/x.gz; put it there\n"), out);
        String looked = "looked in  /data, " + folder.resolve("cache") + "\n";
        assertTrue(out.contains(looked), out);
        assertEquals(0, typed.exit);
    }

    @Test
    void aWaitingPluginTellsWhatItWaitsFor() {
        Typed typed = new Typed(folder);
        typed.registry = new ExamplePlugins().waiting(Kind.ALIGNER, "mlp", "it needs a trainer");
        assertEquals(
                """
                mlp, an aligner
                A mlp
                source  none given
                bundle  com.example 1.0.0
                waiting: it needs a trainer
                """,
                typed.type("info", "mlp").out);
    }

    @Test
    void anExperimentTellsItsKeys() {
        Typed typed = new Typed(folder);
        typed.experiments.known.add(
                new ExperimentInfo(
                        "demo",
                        List.of("compare", "stitch"),
                        "The main job",
                        "",
                        "relrep.runtime",
                        "0.1.0",
                        ExperimentInfo.State.READY,
                        List.of(),
                        Map.of("seeds", "[1, 2]")));
        assertEquals(
                """
                demo, an experiment
                The main job
                kind    compare, stitch
                source  none given
                from    relrep.runtime 0.1.0
                state   ready

                KEY FOR --set  VALUE
                seeds          [1, 2]
                """,
                typed.type("info", "demo").out);
    }

    @Test
    void jsonHasOptionsAndClaims() {
        String out = minkowski().type("info", "minkowski", "--json").out;
        assertTrue(out.contains("\"default\": \"1\""), out);
        assertTrue(out.contains("\"range\": \"at least 1\""), out);
        assertTrue(out.contains("\"unchanged by\": \"permutation, translation\""), out);
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestAndAll() {
        Typed typed = minkowski().type("info", "minkovski");
        assertEquals(
                "relrep: unknown plugin or experiment 'minkovski'; did you mean 'minkowski'?"
                        + " there is minkowski\n",
                typed.err);
        assertEquals(2, typed.exit);
    }
}
