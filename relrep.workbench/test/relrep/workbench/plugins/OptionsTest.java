package relrep.workbench.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.plugin.Option;
import relrep.api.plugin.Tunable;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.Similarity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class OptionsTest {
    private enum Mode {
        FIRST_OF_EQUALS,
        LAST
    }

    private interface Thing {}

    /** One component of every type that there may be; private, as a provider's record may be. */
    private record All(
            @Option(value = "neighbours", min = 1) int k,
            @Option(value = "bytes", max = 1e12) long maxBytes,
            @Option(value = "rate", min = 0, max = 1) double dropout,
            @Option("whether") boolean proper,
            @Option("a path") String file,
            @Option("which") Mode mode,
            @Option(value = "classes", min = 0) List<Integer> labels,
            @Option("widths") List<Double> widths,
            @Option("names") List<String> names) {
        All {
            if (proper && k > 100) {
                throw new IllegalArgumentException("proper ones need k <= 100, not " + k);
            }
        }
    }

    private record Plugin(All options) implements Thing, Tunable<Thing, All> {
        @Override
        public Thing with(All options) {
            if (options.k() == 77) {
                throw new InvalidInputException("there is no 77th");
            }
            return new Plugin(options);
        }
    }

    private static final Plugin DEFAULTS =
            new Plugin(
                    new All(
                            10,
                            1L << 40,
                            0.5,
                            false,
                            "",
                            Mode.LAST,
                            List.of(),
                            List.of(1.0, 0.25),
                            List.of("a")));
    private static final Options OPTIONS = Options.of("thing", DEFAULTS);

    private static Configured<Thing> configure(String text) {
        return OPTIONS.configure(Thing.class, Expression.parse(text).options());
    }

    private static All read(String text) {
        return ((Plugin) configure(text).plugin()).options();
    }

    private static String refused(String text) {
        return assertThrows(InvalidInputException.class, () -> configure(text)).getMessage();
    }

    private record Shared(
            @Option(value = "passes", min = 1) int epochs, @Option("rate") double rate) {
        Shared {
            if (rate > epochs) {
                throw new IllegalArgumentException("rate must be below epochs");
            }
        }
    }

    private record Grouped(@Option("width") int width, Shared shared, @Option("last") int last) {}

    private record GroupedPlugin(Grouped options) implements Thing, Tunable<Thing, Grouped> {
        @Override
        public Thing with(Grouped options) {
            return new GroupedPlugin(options);
        }
    }

    @Test
    void optionsOfARecordWithinStandInItsPlace() {
        Options options =
                Options.of("thing", new GroupedPlugin(new Grouped(2, new Shared(3, 0.5), 4)));
        assertEquals(
                List.of("width", "epochs", "rate", "last"),
                options.fields().stream().map(OptionField::name).toList());
        Configured<Thing> configured =
                options.configure(Thing.class, Map.of("last", "5", "epochs", "7", "rate", "0.5"));
        assertEquals("thing(epochs=7, last=5)", configured.expression().toString());
        assertEquals(
                new Grouped(2, new Shared(7, 0.5), 5),
                ((GroupedPlugin) configured.plugin()).options());
        assertEquals(
                "rate must be below epochs",
                assertThrows(
                                InvalidInputException.class,
                                () -> options.configure(Thing.class, Map.of("rate", "9")))
                        .getMessage());
        assertEquals(
                "thing: epochs must be at least 1, not 0",
                assertThrows(
                                InvalidInputException.class,
                                () -> options.configure(Thing.class, Map.of("epochs", "0")))
                        .getMessage());
    }

    @Test
    void everyTypeIsRead() {
        All read =
                read(
                        "thing(k=3, max-bytes=9999999999, dropout=1e-3, proper=true, file=/a/b(c),"
                                + " mode=first-of-equals, labels=1+7, widths=2+0.5, names=x+ y)");
        All expected =
                new All(
                        3,
                        9999999999L,
                        0.001,
                        true,
                        "/a/b(c)",
                        Mode.FIRST_OF_EQUALS,
                        List.of(1, 7),
                        List.of(2.0, 0.5),
                        List.of("x", "y"));
        assertEquals(expected, read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thing(k=10)|thing",
                "thing(dropout=0.50)|thing",
                "thing(mode=first-of-equals, k=3)|thing(k=3, mode=first-of-equals)",
                "thing(dropout=1.0)|thing(dropout=1)",
                "thing(dropout=0.00000001)|thing(dropout=1e-8)",
                "thing(dropout=0.000000015)|thing(dropout=1.5e-8)",
                "thing(labels=7+ 1)|thing(labels=7+1)",
                "thing(widths=1.0+.25)|thing",
                "thing(names=)|thing(names=)",
            })
    void theCanonicalFormHasTheOrderOfTheRecordAndNoDefaults(String text, String canonical) {
        assertEquals(canonical, configure(text).expression().toString());
        assertEquals(canonical, configure(canonical).expression().toString());
        assertEquals(read(text), read(canonical));
    }

    @Test
    void withoutOptionsItIsThePluginItself() {
        assertSame(DEFAULTS, configure("thing").plugin());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "thing(k=ten)|thing: k must be a whole number, not 'ten'",
                "thing(k=1.5)|thing: k must be a whole number, not '1.5'",
                "thing(k=99999999999)|thing: k must be a whole number, not '99999999999'",
                "thing(k=0)|thing: k must be at least 1, not 0",
                "thing(max-bytes=1000000000001)"
                        + "|thing: max-bytes must be at most 1e12, not 1000000000001",
                "thing(dropout=1.5)|thing: dropout must be between 0 and 1, not 1.5",
                "thing(dropout=NaN)|thing: dropout must be a number, not 'NaN'",
                "thing(dropout=0.5f)|thing: dropout must be a number, not '0.5f'",
                "thing(proper=yes)|thing: proper must be one of true, false, not 'yes'",
                "thing(mode=LAST)|thing: mode must be one of first-of-equals, last, not 'LAST'",
                "thing(labels=1+x)|thing: labels must be a list joined by +, each a whole number,"
                        + " not '1+x'",
                "thing(labels=1+-1)|thing: labels must be at least 0, not -1",
            })
    void aWrongValueIsRefusedWithWhatItMustBe(String text, String sentence) {
        assertEquals(sentence, refused(text));
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestAndAll() {
        assertEquals(
                "thing has no option 'droput'; did you mean 'dropout'? there are dropout, file, k,"
                        + " labels, max-bytes, mode, names, proper, widths",
                refused("thing(droput=1)"));
    }

    @Test
    void aPluginWithoutOptionsSaysSo() {
        Options none = Options.of("cosine", new Object());
        assertEquals(List.of(), none.fields());
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> none.configure(Object.class, Map.of("eps", "0")));
        assertEquals("cosine has no option 'eps'; there are none", refused.getMessage());
    }

    @Test
    void whatTheRecordRefusesReachesTheUserWordForWord() {
        assertEquals("proper ones need k <= 100, not 200", refused("thing(k=200, proper=true)"));
    }

    @Test
    void whatThePluginRefusesReachesTheUserWordForWord() {
        assertEquals("there is no 77th", refused("thing(k=77)"));
    }

    @Test
    void aFieldTellsWhatItIs() {
        OptionField k = OPTIONS.fields().get(0);
        assertEquals("k", k.name());
        assertEquals("a whole number", k.type());
        assertEquals("10", k.initial());
        assertEquals("at least 1", k.range());
        assertEquals("neighbours", k.description());
        OptionField dropout = OPTIONS.fields().get(2);
        assertEquals("between 0 and 1", dropout.range());
        assertEquals("", OPTIONS.fields().get(4).range());
        assertEquals(List.of("first-of-equals", "last"), OPTIONS.fields().get(5).choices());
    }

    private record Through(
            @Option(value = "a single one", plugin = Similarity.class) String inner,
            @Option(value = "several of them", plugin = Similarity.class) List<String> factors) {}

    private record Composite(Through options) implements Thing, Tunable<Thing, Through> {
        @Override
        public Thing with(Through options) {
            return new Composite(options);
        }
    }

    @Test
    void theRangeAloneIsEnforced() {
        assertEquals("thing: k must be at least 1, not 0", refused("thing:k=0"));
        assertEquals(
                "thing: dropout must be between 0 and 1, not 1.5", refused("thing:dropout=1.5"));
        assertEquals("thing: labels must be at least 0, not -1", refused("thing:labels=3+-1"));
        assertEquals(
                "thing: max-bytes must be at most 1e12, not 1000000000001",
                refused("thing:max-bytes=1000000000001"));
    }

    @Test
    void anOptionMayNamePluginsWithOptionsOfTheirOwn() {
        Options options = Options.of("all", new Composite(new Through("a", List.of())));
        Configured<Thing> both =
                options.configure(
                        Thing.class,
                        Expression.parse("all(inner=b(k=2, l=x+y), factors=a(l=1+2)+b)").options());
        assertEquals(
                new Through("b(k=2, l=x+y)", List.of("a(l=1+2)", "b")),
                ((Composite) both.plugin()).options());
        OptionField factors = options.fields().get(1);
        assertEquals(List.of("a(l=1+2)", "b"), factors.expressions("a(l=1+2)+b"));
        assertEquals(Similarity.class, factors.plugin().orElseThrow());
        assertEquals("expressions joined by +, each of kind similarity", factors.type());
        assertEquals("of kind similarity", options.fields().get(0).type());
        assertEquals(Optional.empty(), OPTIONS.fields().get(8).plugin());
    }
}
