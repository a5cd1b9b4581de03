package relrep.workbench.classpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.similarity.Similarity;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.InstalledPlugin.State;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Tests third-party jars on a plain class path: their components are created as in a framework. */
class ClassPathPluginsTest {
    private static final String IMPORTS =
            """
            import relrep.api.plugin.Plugin;
            import relrep.api.similarity.*;
            import java.util.*;
            import java.util.function.Supplier;
            """;
    private static final Matrix POINTS = Matrix.of(2, 2, 1, 2, 3, 5);
    private static final Matrix ANCHOR = Matrix.of(1, 2, 0, 0);

    @TempDir Path folder;

    private static String named(String name) {
        return "<property name=\"relrep.name\" value=\"%s\"/>".formatted(name);
    }

    private static String similarity(String name, String members, String value) {
        return IMPORTS
                + """
                public class %s implements PointSimilarity {
                    %s
                    public Set<relrep.api.plugin.Invariance> invariances() {
                        return Set.of();
                    }
                    public double compare(float[] point, float[] anchor) {
                        return %s;
                    }
                }
                """
                        .formatted(name, members, value);
    }

    private ThirdPartyJar jar() throws IOException {
        return new ThirdPartyJar(folder);
    }

    private static List<Float> compared(ClassPathPlugins plugins, String expression) {
        Matrix values = plugins.get(Similarity.class, expression).compare(POINTS, ANCHOR);
        return List.of(values.get(0, 0), values.get(1, 0));
    }

    @Test
    void aStrangersSimilarityIsFoundMadeAndChecked() throws IOException {
        ThirdPartyJar jar =
                jar().component(
                                "Sum",
                                Similarity.class,
                                "",
                                named("sum"),
                                "",
                                similarity("Sum", "", "point[0] + point[1]"))
                        .component(
                                "Endless",
                                Similarity.class,
                                "",
                                named("endless"),
                                "",
                                similarity("Endless", "", "1 / 0.0"));
        try (URLClassLoader path = ThirdPartyJar.path(jar.pack("sums"))) {
            ClassPathPlugins plugins = ClassPathPlugins.load(path);
            assertEquals(List.of(), plugins.troubles());
            assertEquals(List.of(3f, 8f), compared(plugins, "sum"));
            assertThrows(PluginFailureException.class, () -> compared(plugins, "endless"));
            InvalidInputException unknown =
                    assertThrows(InvalidInputException.class, () -> compared(plugins, "summ"));
            assertTrue(unknown.getMessage().contains("sum"), unknown.getMessage());
            InstalledPlugin sum = installed(plugins, "sum", State.READY);
            assertEquals("com.example.sums 2.0.0", sum.bundle() + " " + sum.version());
        }
    }

    private static InstalledPlugin installed(ClassPathPlugins plugins, String name, State state) {
        return plugins.installed().stream()
                .filter(one -> one.name().equals(name) && one.state() == state)
                .findFirst()
                .orElseThrow();
    }

    /** Constructor, field, list, optional, method and activation, private ones too. */
    @Test
    void referencesAndPropertiesAreGivenEveryWay() throws IOException {
        String supplier = Supplier.class.getName();
        ThirdPartyJar jar =
                jar().component(
                                "Low",
                                Supplier.class,
                                "",
                                "<property name=\"service.ranking\" type=\"Integer\""
                                        + " value=\"-1\"/>",
                                "",
                                IMPORTS
                                        + "public class Low implements Supplier<Integer> { public"
                                        + " Integer get() { return 1; } }")
                        .component(
                                "High",
                                Supplier.class,
                                "",
                                "<property name=\"size\" value=\"large\"/>",
                                "",
                                IMPORTS
                                        + "public class High implements Supplier<Integer> { public"
                                        + " Integer get() { return 20; } }")
                        .component(
                                "Wired",
                                Similarity.class,
                                "init=\"1\" activate=\"begin\"",
                                named("wired")
                                        + "<property name=\"add\" type=\"Integer\" value=\"1000\"/>"
                                        + reference(supplier, "1..1", "parameter=\"0\"")
                                        + reference(
                                                supplier,
                                                "1..1",
                                                "field=\"large\" target=\"(size=large)\"")
                                        + reference(supplier, "0..n", "field=\"all\"")
                                        + reference("java.lang.Runnable", "0..1", "field=\"none\"")
                                        + reference(supplier, "1..1", "bind=\"take\""),
                                "",
                                similarity(
                                        "Wired",
                                        """
                                        private final Supplier<Integer> first;
                                        private Supplier<Integer> large;
                                        private List<Supplier<Integer>> all;
                                        private Optional<Runnable> none;
                                        private int taken;
                                        private int add;
                                        public Wired(Supplier<Integer> first) {
                                            this.first = first;
                                        }
                                        private void take(Supplier<Integer> one) {
                                            taken = one.get();
                                        }
                                        private void begin(Map<String, Object> properties) {
                                            add = (Integer) properties.get("add") + all.size();
                                        }
                                        """,
                                        "none.isPresent() ? -1 : first.get() + large.get() + taken"
                                                + " + add"));
        try (URLClassLoader path = ThirdPartyJar.path(jar.pack("wired"))) {
            assertEquals(List.of(1062f, 1062f), compared(ClassPathPlugins.load(path), "wired"));
        }
    }

    private static String reference(String contract, String cardinality, String more) {
        return "<reference interface=\"%s\" cardinality=\"%s\" %s/>"
                .formatted(contract, cardinality, more);
    }

    /** One instance serves the program, whatever scope its description names. */
    @Test
    void aPrototypeIsMadeOnce() throws IOException {
        ThirdPartyJar jar =
                jar().component(
                                "Counted",
                                Similarity.class,
                                "",
                                named("counted"),
                                "scope=\"prototype\"",
                                similarity(
                                        "Counted",
                                        "private static int made; public Counted() { made++; }",
                                        "made"));
        try (URLClassLoader path = ThirdPartyJar.path(jar.pack("counted"))) {
            ClassPathPlugins plugins = ClassPathPlugins.load(path);
            plugins.installed();
            assertEquals(List.of(1f, 1f), compared(plugins, "counted"));
            assertEquals(List.of(1f, 1f), compared(plugins, "counted"));
        }
    }

    @Test
    void whatOnlyAFrameworkHasIsSaid() throws IOException {
        ThirdPartyJar jar =
                jar().component(
                                "Lacking",
                                Similarity.class,
                                "",
                                named("lacking")
                                        + reference("java.lang.Runnable", "1..1", "field=\"r\""),
                                "",
                                similarity("Lacking", "Runnable r;", "0"))
                        .component(
                                "Configured",
                                Similarity.class,
                                "configuration-policy=\"require\"",
                                named("set"),
                                "",
                                similarity("Configured", "", "0"))
                        .component(
                                "Failing",
                                Similarity.class,
                                "",
                                named("failing"),
                                "",
                                similarity(
                                        "Failing",
                                        "public Failing() { throw new"
                                                + " IllegalStateException(\"no\"); }",
                                        "0"))
                        .text("OSGI-INF/broken.xml", "<scr:component");
        try (URLClassLoader path = ThirdPartyJar.path(jar.pack("lacking"))) {
            ClassPathPlugins plugins = ClassPathPlugins.load(path);
            assertEquals(1, plugins.troubles().size());
            assertTrue(plugins.troubles().get(0).contains("broken.xml cannot be read: "));
            assertEquals(
                    "it needs a java.lang.Runnable, and nothing on the class path offers one",
                    installed(plugins, "lacking", State.WAITING).reason());
            assertEquals(
                    "it needs a configuration, which only a framework has",
                    installed(plugins, "set", State.WAITING).reason());
            InvalidInputException failing =
                    assertThrows(InvalidInputException.class, () -> compared(plugins, "failing"));
            assertTrue(
                    failing.getMessage().startsWith("similarity 'failing' could not be made: "),
                    failing.getMessage());
        }
    }

    @Test
    void ofTwoJarsTheHigherRankingIsUsedThenTheFirst() throws IOException {
        try (URLClassLoader path =
                ThirdPartyJar.path(
                        two("first", "One", "", 1).pack("first"),
                        two("second", "Two", "", 2).pack("second"))) {
            ClassPathPlugins plugins = ClassPathPlugins.load(path);
            assertEquals(List.of(1f, 1f), compared(plugins, "two"));
            assertTrue(
                    installed(plugins, "two", State.HIDDEN)
                            .reason()
                            .startsWith("com.example.first 2.0.0 has a plugin of the same name"));
        }
        String high = "<property name=\"service.ranking\" type=\"Integer\" value=\"5\"/>";
        try (URLClassLoader path =
                ThirdPartyJar.path(
                        two("third", "Three", "", 3).pack("third"),
                        two("fourth", "Four", high, 4).pack("fourth"))) {
            assertEquals(List.of(4f, 4f), compared(ClassPathPlugins.load(path), "two"));
        }
    }

    private ThirdPartyJar two(String where, String name, String more, int value)
            throws IOException {
        return new ThirdPartyJar(folder.resolve(where))
                .component(
                        name,
                        Similarity.class,
                        "",
                        named("two") + more,
                        "",
                        similarity(name, "", Integer.toString(value)));
    }
}
