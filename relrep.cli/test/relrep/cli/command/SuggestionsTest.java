package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.runtime.experiment.ExperimentInfo;
import relrep.workbench.plugins.Kind;

import java.util.List;
import java.util.Map;

class SuggestionsTest {
    private final ScriptedExperiments experiments = new ScriptedExperiments();
    private Suggestions suggestions;

    private record Options(@Option("neighbours") int k, @Option("convention") int mode) {}

    private record Overlap(Options options) implements Tunable<Object, Options> {
        @Override
        public Object with(Options other) {
            return new Overlap(other);
        }
    }

    @BeforeEach
    void install() {
        experiments.known.add(
                new ExperimentInfo(
                        "demo",
                        List.of(),
                        "The main job",
                        "",
                        "",
                        "",
                        ExperimentInfo.State.READY,
                        List.of(),
                        Map.of("seeds", "[1]")));
        suggestions =
                new Suggestions(
                        new ExamplePlugins()
                                .with(Kind.METRIC, "jaccard", new Overlap(new Options(10, 1)))
                                .with(Kind.TRANSFORM, "centre", new Object())
                                .waiting(Kind.ALIGNER, "mlp", ""),
                        () -> experiments);
    }

    private List<String> at(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return suggestions
                .at(words.subList(0, words.size() - 1), words.get(words.size() - 1))
                .stream()
                .map(Suggestion::text)
                .toList();
    }

    @Test
    void commandsComeFirst() {
        assertEquals(Commands.names(), at(""));
        assertEquals(Commands.names(), at("relrep "));
    }

    @Test
    void eachCommandKnowsItsNames() {
        assertEquals(List.of("demo"), at("run "));
        assertEquals(List.of("demo"), at("relrep run de"));
        assertEquals(List.of("jaccard", "centre", "mlp"), at("check "));
        assertEquals(List.of("jaccard", "centre", "mlp", "demo"), at("info ja"));
        assertEquals(List.of("list", "clear"), at("cache "));
        assertEquals(Kind.values().length, at("list ").size());
        assertEquals(List.of(), at("doctor "));
    }

    @Test
    void optionsOfAPluginFollowItsColon() {
        assertEquals(List.of("jaccard:k=", "jaccard:mode="), at("info jaccard:"));
        assertEquals(List.of("jaccard:k=5,k=", "jaccard:k=5,mode="), at("info jaccard:k=5,m"));
        assertEquals(List.of(), at("info mlp:"));
        assertEquals(List.of(), at("info nothing:"));
    }

    @Test
    void optionsOfACommandKnowTheirValues() {
        assertEquals(List.of("seeds="), at("run demo --set "));
        assertEquals(List.of("seeds="), at("demo --set se"));
        assertEquals(List.of(), at("run other --set "));
        assertEquals(Kind.values().length, at("check --kind ").size());
        assertEquals(List.of("centre"), at("compare --transform "));
        experiments.jobs.add(new ScriptedExperiments.ScriptedJob("demo-1"));
        assertEquals(List.of("demo-1"), at("jobs --cancel "));
    }
}
