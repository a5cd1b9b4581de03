package relrep.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.plugin.Option;
import relrep.api.plugin.Plugin;
import relrep.api.plugin.Tunable;

import java.util.List;

class WrittenTest {
    private enum Ties {
        MEAN_RANK
    }

    private record Settings(
            @Option("how near") double eps,
            @Option("which widths") List<Integer> widths,
            @Option("who wins") Ties minTies) {}

    @Plugin(name = "robust-thing", description = "A thing.")
    private static final class Thing implements Tunable<Thing, Settings> {
        private final Settings settings;

        Thing() {
            this(new Settings(1e-3, List.of(2), Ties.MEAN_RANK));
        }

        Thing(Settings settings) {
            this.settings = settings;
        }

        @Override
        public Settings options() {
            return settings;
        }

        @Override
        public Thing with(Settings other) {
            return new Thing(other);
        }
    }

    private static final class NamelessThing implements Tunable<NamelessThing, Settings> {
        private final Settings settings;

        NamelessThing(Settings settings) {
            this.settings = settings;
        }

        @Override
        public Settings options() {
            return settings;
        }

        @Override
        public NamelessThing with(Settings other) {
            return new NamelessThing(other);
        }
    }

    @Test
    void thePluginsNameIsWrittenWithTheOptionsThatAreNotItsDefaults() {
        assertEquals("robust-thing", Written.plugin(new Thing()));
        Settings other = new Settings(2, List.of(3, 4), Ties.MEAN_RANK);
        assertEquals("robust-thing(eps=2, widths=[3, 4])", Written.plugin(new Thing(other)));
    }

    @Test
    void whereDefaultsCannotBeKnownAllOptionsAreWritten() {
        assertEquals(
                "nameless-thing(eps=0.5, widths=[], min-ties=mean-rank)",
                Written.plugin(new NamelessThing(new Settings(.5, List.of(), Ties.MEAN_RANK))));
    }

    @Test
    void everyRunOfTheKitIsNamedAfterThePluginAsWritten() {
        FakeSimilarity sound = FakeSimilarity.cosine();
        List<String> names = DynamicChecks.of(sound).map(test -> test.getDisplayName()).toList();
        assertTrue(names.size() > 5, names::toString);
        names.forEach(name -> assertTrue(name.startsWith("fake-similarity: "), name));
    }
}
