package relrep.workbench.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.alignment.MapFamily;
import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.similarity.PointSimilarity;
import relrep.api.similarity.Similarity;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.install.PluginLeases;
import relrep.workbench.plugins.InstalledPlugin.State;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Tests the registry on a real service registry and real Declarative Services. */
class ServiceRegistryTest {
    private static final String SHARED =
            "relrep.api.alignment,relrep.api.similarity,relrep.api.data,relrep.api.plugin,relrep.api.run,"
                + "org.osgi.service.component;version=1.5,"
                + "org.osgi.service.component.runtime;version=1.5,"
                + "org.osgi.service.component.runtime.dto;version=1.5,"
                + "org.osgi.util.promise;version=1.3,org.osgi.util.function;version=1.2";

    @TempDir Path folder;
    @TempDir Path storage;
    private Framework framework;
    private BundleContext context;
    private ServiceRegistry registry;

    @BeforeEach
    void start() throws Exception {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().get();
        framework =
                factory.newFramework(
                        Map.of(
                                Constants.FRAMEWORK_STORAGE,
                                storage.toString(),
                                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                                SHARED,
                                "felix.log.level",
                                "0",
                                "ds.loglevel",
                                "0"));
        framework.start();
        context = framework.getBundleContext();
        context.installBundle(scr()).start();
        registry = new ServiceRegistry(context, new PluginLeases());
    }

    /** Its rows would look like those of the relative representation. */
    @Test
    void aNameThatTablesUseThemselvesIsRefused() {
        Dictionary<String, Object> name =
                FrameworkUtil.asDictionary(Map.of("relrep.name", "relative"));
        context.registerService(Aligner.class, new UncalledAligner(), name);
        assertEquals(
                List.of("relrep uses the name 'relative' itself; give the plugin another"),
                registry.installed(Kind.ALIGNER).stream()
                        .filter(one -> one.state() == State.FAILED)
                        .map(InstalledPlugin::reason)
                        .toList());
        assertEquals(
                "aligner 'relative' could not be made: relrep uses the name 'relative' itself; give"
                        + " the plugin another",
                assertThrows(
                                InvalidInputException.class,
                                () -> registry.use(Kind.ALIGNER, "relative", any -> any))
                        .getMessage());
    }

    private static final class UncalledAligner implements Aligner {
        @Override
        public Alignment fit(AlignmentProblem problem, Run run) {
            throw new AssertionError("it cannot be reached by its name");
        }

        @Override
        public boolean acceptsUnequalWidths() {
            return true;
        }

        @Override
        public Set<MapFamily> recovers() {
            return Set.of();
        }
    }

    @Test
    void ofServicesWithoutNamesTheFirstIsThatOfThePrecedence() {
        Dictionary<String, Object> high =
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 7));
        Similarity[] made = new Similarity[3];
        for (int i = 0; i < made.length; i++) {
            made[i] = new PlainSimilarity();
            context.registerService(Similarity.class, made[i], i == 1 ? high : null);
        }
        assertEquals(List.of(made[1]), registry.nameless(Similarity.class, 1));
        assertEquals(List.of(made[1], made[0], made[2]), registry.nameless(Similarity.class, 9));
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    /** Declarative Services, found on the class path by a class of its own. */
    private static String scr() throws ClassNotFoundException {
        return Class.forName("org.apache.felix.scr.info.ScrInfo")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
    }

    /** A bundle with one component, the class {@code Plain} or {@code Broken} of this test. */
    private Bundle install(String name, Class<?> implementation, String more) throws Exception {
        String component =
                """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s">
                  <property name="relrep.name" type="String" value="%s"/>
                  <property name="relrep.description" type="String" value="A %s"/>
                  <service><provide interface="relrep.api.similarity.PointSimilarity"/></service>
                  %s
                  <implementation class="%s"/>
                </scr:component>
                """
                        .formatted(name, name, name, more, implementation.getName());
        Path jar = folder.resolve(name + ".jar");
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "com.example." + name);
        headers.putValue("Bundle-Version", "1.2.3");
        headers.putValue("Service-Component", "OSGI-INF/component.xml");
        headers.putValue(
                "Import-Package",
                "relrep.api.alignment,relrep.api.similarity,relrep.api.data,relrep.api.plugin,relrep.api.run");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            put(out, "OSGI-INF/component.xml", component.getBytes(StandardCharsets.UTF_8));
            put(out, path(implementation), bytes(implementation));
        }
        Bundle bundle = context.installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getClassLoader().getResourceAsStream(path(type))) {
            return in.readAllBytes();
        }
    }

    private InstalledPlugin only() {
        List<InstalledPlugin> all = registry.installed();
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    @Test
    void aPluginIsListedWithoutBeingMadeAndLentWhenAskedFor() throws Exception {
        install("plain", PlainSimilarity.class, "");
        assertEquals(
                new InstalledPlugin(
                        Kind.SIMILARITY,
                        "plain",
                        "A plain",
                        "",
                        "com.example.plain",
                        "1.2.3",
                        State.READY,
                        ""),
                only());
        assertEquals(1, components());
        assertEquals(
                PlainSimilarity.class.getName(),
                registry.use(Kind.SIMILARITY, "plain", service -> service.getClass().getName()));
    }

    /** The components that Declarative Services knows; so the test cannot pass without it. */
    private int components() {
        return context.getService(context.getServiceReference(ServiceComponentRuntime.class))
                .getComponentDescriptionDTOs()
                .size();
    }

    @Test
    void aPluginThatWaitsIsListedWithWhatItWaitsFor() throws Exception {
        install(
                "waiting",
                PlainSimilarity.class,
                "<reference name=\"trainer\" interface=\"relrep.api.model.Trainer\"/>");
        assertEquals(State.WAITING, only().state());
        assertEquals(
                "it needs relrep.api.model.Trainer, which nothing installed provides",
                only().reason());
    }

    @Test
    void aPluginThatCouldNotBeMadeIsListedWithItsOwnWords() throws Exception {
        install("broken", BrokenSimilarity.class, "");
        assertEquals(State.READY, only().state());
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> registry.use(Kind.SIMILARITY, "broken", Optional::of));
        assertEquals(
                "similarity 'broken' could not be made: no licence file", refused.getMessage());
        assertEquals(State.FAILED, only().state());
    }

    @Test
    void aPluginWhoseClassCannotBeLoadedSaysWhy() throws Exception {
        install("lacking", LackingSimilarity.class, "");
        InvalidInputException refused =
                assertThrows(
                        InvalidInputException.class,
                        () -> registry.use(Kind.SIMILARITY, "lacking", Optional::of));
        assertEquals(
                "similarity 'lacking' is installed, but could not be made:"
                        + " java.lang.NoClassDefFoundError:"
                        + " relrep/workbench/plugins/LackingSimilarityBase",
                refused.getMessage());
    }

    @Test
    void aPluginThatAnotherOneHoldsIsKept() throws Exception {
        Bundle own = install("plain", PlainSimilarity.class, "");
        PointSimilarity first = registry.lend(PointSimilarity.class, "plain", own);
        assertSame(first, registry.lend(PointSimilarity.class, "plain", own));
        registry.use(Kind.SIMILARITY, "plain", Optional::of);
        assertSame(first, registry.lend(PointSimilarity.class, "plain", own));
        assertEquals(
                "unknown similarity 'plan'; did you mean 'plain'? there is plain",
                assertThrows(
                                InvalidInputException.class,
                                () -> registry.lend(PointSimilarity.class, "plan", own))
                        .getMessage());
        assertEquals(
                "plain has no option 'k'; there are none",
                assertThrows(
                                InvalidInputException.class,
                                () -> registry.lend(PointSimilarity.class, "plain(k=2)", own))
                        .getMessage());
    }

    @Test
    void aPluginOfAnotherBundleIsHandedToPluginsWithItsContractChecked() throws Exception {
        install("endless", EndlessSimilarity.class, "");
        Bundle other = context.getBundle();
        Matrix two = Matrix.of(2, 1, 1, 2);
        for (Class<? extends Similarity> contract :
                List.of(Similarity.class, PointSimilarity.class)) {
            Similarity checked = registry.lend(contract, "endless", other);
            assertEquals(
                    "similarity 'endless': compare must return finite numbers, but row 0, column 0"
                            + " is Infinity",
                    assertThrows(PluginFailureException.class, () -> checked.compare(two, two))
                            .getMessage());
        }
        PointSimilarity points = registry.lend(PointSimilarity.class, "endless", other);
        assertEquals(
                "similarity 'endless': compare must return finite numbers, not Infinity",
                assertThrows(
                                PluginFailureException.class,
                                () -> points.compare(two.row(0), two.row(1)))
                        .getMessage());
    }

    @Test
    void aPluginGoesWithItsBundle() throws Exception {
        install("plain", PlainSimilarity.class, "").uninstall();
        assertEquals(List.of(), registry.installed());
    }
}
