package relrep.workbench.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

import relrep.api.run.InvalidInputException;
import relrep.api.similarity.PointSimilarity;
import relrep.workbench.plugins.InstalledPlugin;
import relrep.workbench.plugins.Kind;
import relrep.workbench.plugins.ServiceRegistry;
import relrep.workbench.plugins.StuckBundle;
import relrep.workbench.plugins.StuckBundles;
import relrep.workbench.trust.Trust;
import relrep.workbench.trust.TrustEntry;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Tests the folder of plugins in a real framework. */
@Tag("slow")
class PluginFolderTest {
    private static final String SHARED =
            "relrep.api.similarity,relrep.api.data,relrep.api.plugin,relrep.api.run";
    private static final int REPLACEMENTS = 100;
    private static final int CALLERS = 4;

    @TempDir Path top;
    private Path plugins;
    private Framework framework;
    private BundleContext context;
    private ServiceRegistration<?> told;
    private PluginLeases leases;
    private PluginFolder folder;
    private ServiceRegistry registry;

    @BeforeEach
    void start() throws Exception {
        plugins = Files.createDirectories(top.resolve("plugins"));
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().get();
        framework =
                factory.newFramework(
                        Map.of(
                                Constants.FRAMEWORK_STORAGE,
                                top.resolve("storage").toString(),
                                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                                SHARED,
                                Constants.FRAMEWORK_BSNVERSION,
                                Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                                "felix.log.level",
                                "0"));
        framework.start();
        // Hooks hide nothing from the framework's own context.
        Path host = plain(top.resolve("host.jar"), "org.example.host", "1", "Comment: empty");
        Bundle own = framework.getBundleContext().installBundle(host.toUri().toString());
        own.start();
        context = own.getBundleContext();
        open(false);
    }

    private void open(boolean listed) {
        Map<String, Object> launcher = new HashMap<>();
        launcher.put("relrep.arguments", new String[0]);
        launcher.put("relrep.plugins", plugins.toString());
        launcher.put("relrep.listed", listed);
        if (told != null) {
            told.unregister();
        }
        told =
                context.registerService(
                        Object.class, new Object(), FrameworkUtil.asDictionary(launcher));
        leases = new PluginLeases();
        folder = new PluginFolder(context, leases, null);
        registry = new ServiceRegistry(context, leases);
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        folder.end();
        framework.stop();
        framework.waitForStop(10_000);
    }

    /** Packs the plugin; each call makes another file, also of one version. */
    private Path jar(String name, String version, String... headers) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example.numbered");
        main.putValue("Bundle-Version", version);
        main.putValue("Bundle-Activator", Numbered.class.getName());
        main.putValue("Import-Package", "org.osgi.framework," + SHARED);
        for (String header : headers) {
            main.putValue(header.split(": ", -1)[0], header.split(": ", -1)[1]);
        }
        Path jar = plugins.resolve(name);
        Path aside = top.resolve("aside");
        try (OutputStream out = Files.newOutputStream(aside);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (Class<?> type : List.of(Numbered.class, Numbered.Late.class)) {
                String path = type.getName().replace('.', '/') + ".class";
                entries.putNextEntry(new JarEntry(path));
                try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
                    in.transferTo(entries);
                }
                entries.closeEntry();
            }
        }
        Files.move(aside, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return jar;
    }

    private double value() {
        return registry.use(Kind.SIMILARITY, "numbered", PluginFolderTest::value);
    }

    private static double value(Object service) {
        return ((PointSimilarity) service).compare(new float[1], new float[1]);
    }

    private List<Bundle> bundles() {
        return Arrays.stream(context.getBundles()).filter(b -> b.getBundleId() > 1).toList();
    }

    private List<StuckBundle> stuck() {
        return new StuckBundles(
                        context, new Trust(false, plugins.resolve("trusted")), folder.refused())
                .all(Optional.of(plugins));
    }

    @Test
    void comesIsReplacedAndGoes() throws Exception {
        Path jar = jar("a.jar", "1.0.0");
        folder.run();
        assertEquals(1, value());
        jar("a.jar", "2.0.0");
        folder.changed(jar);
        assertEquals(2, value());
        assertEquals(1, bundles().size());
        assertEquals(List.of(), stuck());
        Files.delete(jar);
        folder.removed(jar);
        assertThrows(InvalidInputException.class, this::value);
        assertEquals(List.of(), bundles());
    }

    @Test
    void aCallKeepsItsVersionToItsEndAndTheNextHasTheNewOne() throws Exception {
        Path jar = jar("a.jar", "1.0.0");
        folder.run();
        double inside =
                registry.use(
                        Kind.SIMILARITY,
                        "numbered",
                        old -> {
                            replace(jar, "2.0.0");
                            assertEquals(2, value());
                            assertEquals(2, bundles().size());
                            return value(old);
                        });
        assertEquals(1, inside);
        until(() -> bundles().size() == 1);
        assertEquals(2, value());
    }

    private void replace(Path jar, String version) {
        try {
            jar(jar.getFileName().toString(), version);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        folder.changed(jar);
    }

    /** Waits for what another thread does soon. */
    private static void until(Callable<Boolean> done) throws Exception {
        while (!done.call()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void underLoadEachCallHasOneVersionAndNoneHasNeither() throws Exception {
        Path jar = jar("a.jar", "1.0.0");
        folder.run();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        AtomicInteger newest = new AtomicInteger(1);
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            all.add(callers.submit(() -> callUntil(over, newest, calls)));
        }
        for (int version = 2; version <= REPLACEMENTS + 1; version++) {
            int before = calls.get();
            replace(jar, version + ".0.0");
            newest.set(version);
            until(
                    () ->
                            calls.get() > before
                                    || over.getCount() == 0
                                    || all.stream().anyMatch(Future::isDone));
        }
        over.countDown();
        for (Future<Void> each : all) {
            each.get(1, TimeUnit.MINUTES);
        }
        callers.shutdown();
        assertTrue(calls.get() > REPLACEMENTS, () -> calls + " calls");
        until(() -> bundles().size() == 1);
        assertEquals(REPLACEMENTS + 1, value());
    }

    @SuppressWarnings("ThreadPriorityCheck") // room for a replacement between the two calls
    private Void callUntil(CountDownLatch over, AtomicInteger newest, AtomicInteger calls) {
        while (over.getCount() > 0) {
            int least = newest.get();
            double found =
                    registry.use(
                            Kind.SIMILARITY,
                            "numbered",
                            service -> {
                                double first = value(service);
                                Thread.yield();
                                assertEquals(first, value(service));
                                return first;
                            });
            assertTrue(found >= least, () -> found + " after version " + least + " had started");
            calls.incrementAndGet();
        }
        return null;
    }

    @Test
    void whatDoesNotStartReplacesNothingAndIsTold() throws Exception {
        Path jar = jar("a.jar", "1.0.0");
        folder.run();
        jar("a.jar", "2.0.0", "Fails: yes");
        folder.changed(jar);
        assertEquals(1, value());
        assertEquals(
                List.of(
                        new StuckBundle(
                                "org.example.numbered",
                                "2.0.0",
                                "a.jar",
                                "stopped",
                                "it does not start: java.lang.IllegalStateException: no licence"
                                        + " file")),
                stuck());
        jar("a.jar", "3.0.0", "Require-Capability: org.example.gpu");
        folder.changed(jar);
        assertEquals(1, value());
        assertEquals("unresolved", stuck().get(0).state());
        jar("a.jar", "4.0.0");
        folder.changed(jar);
        assertEquals(4, value());
        assertEquals(List.of(), stuck());
        assertEquals(1, bundles().size());
    }

    @Test
    void aHalfCopiedJarReplacesNothing() throws Exception {
        Path jar = jar("a.jar", "1.0.0");
        folder.run();
        byte[] whole = Files.readAllBytes(jar("b.jar", "2.0.0"));
        Files.delete(plugins.resolve("b.jar"));
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
        folder.changed(jar);
        assertEquals(1, value());
        assertEquals("unreadable", stuck().get(0).state());
        Files.write(jar, whole);
        folder.changed(jar);
        assertEquals(2, value());
    }

    @Test
    void aJarThatIsNoBundleIsTold() throws Exception {
        Path jar = plugins.resolve("plain.jar");
        new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();
        folder.run();
        assertEquals(List.of(), bundles());
        assertEquals("unreadable", stuck().get(0).state());
    }

    @Test
    void aManifestThatTheFrameworkRefusesIsTold() throws Exception {
        jar("a.jar", "1.0.0", "Bundle-ManifestVersion: 7");
        folder.run();
        assertEquals("refused", stuck().get(0).state());
        assertTrue(stuck().get(0).reason().startsWith("the framework refuses it: "));
    }

    @Test
    void ofTwoOfOneNameTheJarThatComesFirstByNameIsUsedWhicheverCameFirst() throws Exception {
        Path second = jar("b.jar", "2.0.0");
        folder.run();
        assertEquals(2, value());
        Path first = jar("a.jar", "1.0.0");
        folder.changed(first);
        assertEquals(1, value());
        List<InstalledPlugin> both = registry.installed();
        assertEquals(
                List.of("1.0.0", "2.0.0"), both.stream().map(InstalledPlugin::version).toList());
        assertEquals(InstalledPlugin.State.HIDDEN, both.get(1).state());
        assertTrue(both.get(1).reason().startsWith("org.example.numbered 1.0.0 has"));
        replace(second, "3.0.0");
        assertEquals(1, value());
        Files.delete(first);
        folder.removed(first);
        assertEquals(3, value());
    }

    @Test
    void aSecondBundleOfOneNameAndVersionIsTold() throws Exception {
        jar("a.jar", "1.0.0");
        jar("b.jar", "1.0.0", "Comment: another file");
        folder.run();
        assertEquals(1, value());
        assertEquals(1, stuck().size());
        assertEquals("b.jar", stuck().get(0).file());
        assertEquals("second", stuck().get(0).state());
        assertTrue(stuck().get(0).reason().startsWith("a.jar brings the same bundle"));
    }

    @Test
    void whoUsesTheCodeOfAReplacedBundleIsReplacedWithIt() throws Exception {
        plain(
                plugins.resolve("library.jar"),
                "org.example.library",
                "1.0.0",
                "Export-Package: org.example.shared");
        Path user =
                jar(
                        "user.jar",
                        "1.0.0",
                        "Import-Package: org.osgi.framework,org.example.shared," + SHARED);
        folder.run();
        Bundle before = using(user);
        registry.use(
                Kind.SIMILARITY,
                "numbered",
                old -> {
                    replaceLibrary();
                    assertEquals(1, value());
                    return value(old);
                });
        until(() -> bundles().size() == 2);
        assertTrue(before.getState() == Bundle.UNINSTALLED);
        assertEquals(1, value());
        assertEquals(List.of(), stuck());
    }

    private void replaceLibrary() {
        try {
            Path library =
                    plain(
                            plugins.resolve("library.jar"),
                            "org.example.library",
                            "2.0.0",
                            "Export-Package: org.example.shared");
            folder.changed(library);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Bundle using(Path jar) {
        return bundles().stream()
                .filter(b -> b.getLocation().endsWith("/" + jar.getFileName()))
                .findFirst()
                .get();
    }

    /** A bundle without an activator. */
    private static Path plain(Path jar, String name, String version, String header)
            throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue(header.split(": ", -1)[0], header.split(": ", -1)[1]);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    @Test
    void aBundleThatMustBeTheOnlyOneIsReplacedLikeOthers() throws Exception {
        String only = "Bundle-SymbolicName: org.example.numbered;singleton:=true";
        Path jar = jar("a.jar", "1.0.0", only);
        folder.run();
        registry.use(
                Kind.SIMILARITY,
                "numbered",
                old -> {
                    try {
                        jar("a.jar", "2.0.0", only);
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                    folder.changed(jar);
                    assertEquals(2, value());
                    return value(old);
                });
        assertEquals(2, value());
    }

    @Test
    void whereTheyMustBeListedOnlyThoseAreStarted() throws Exception {
        open(true);
        Path jar = jar("a.jar", "1.0.0");
        folder.run();
        assertThrows(InvalidInputException.class, this::value);
        TrustEntry.ofJar(jar).add(plugins.resolve("trusted"));
        folder.judgeAgain();
        assertEquals(1, value());
        replace(jar, "2.0.0");
        assertThrows(InvalidInputException.class, this::value);
        TrustEntry.ofJar(jar).add(plugins.resolve("trusted"));
        folder.judgeAgain();
        assertEquals(2, value());
        Files.delete(plugins.resolve("trusted"));
        folder.judgeAgain();
        assertThrows(InvalidInputException.class, this::value);
    }
}
