package relrep.workbench.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

class StuckBundlesTest {
    @TempDir Path folder;
    @TempDir Path storage;
    private Framework framework;
    private BundleContext context;

    @BeforeEach
    void start() throws BundleException {
        FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().get();
        framework =
                factory.newFramework(
                        Map.of(
                                Constants.FRAMEWORK_STORAGE,
                                storage.toString(),
                                Constants.FRAMEWORK_BOOTDELEGATION,
                                "relrep.workbench.plugins",
                                Constants.FRAMEWORK_BUNDLE_PARENT,
                                Constants.FRAMEWORK_BUNDLE_PARENT_APP,
                                "felix.log.level",
                                "0"));
        framework.start();
        context = framework.getBundleContext();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private Path jar(String name, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Arrays.stream(headers)
                .map(header -> header.split(": ", 2))
                .forEach(header -> manifest.getMainAttributes().putValue(header[0], header[1]));
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
        return jar;
    }

    private Bundle install(String name, String... headers) throws IOException, BundleException {
        String[] all = Arrays.copyOf(headers, headers.length + 3);
        all[headers.length] = "Bundle-ManifestVersion: 2";
        all[headers.length + 1] = "Bundle-SymbolicName: " + name;
        all[headers.length + 2] = "Bundle-Version: 1.2.0";
        return context.installBundle(jar(name, all).toUri().toString());
    }

    private List<StuckBundle> stuck() {
        return new StuckBundles(context).all(Optional.of(folder));
    }

    private String reason() {
        List<StuckBundle> all = stuck();
        assertEquals(1, all.size(), all::toString);
        assertEquals("unresolved", all.get(0).state());
        return all.get(0).reason();
    }

    @Test
    void aBundleThatRunsIsNotStuck() throws Exception {
        install("com.example.a").start();
        assertEquals(List.of(), stuck());
    }

    @Test
    void aMissingPackageIsNamed() throws Exception {
        install("com.example.a", "Import-Package: com.acme.maths;version=\"[2.0,3)\"");
        assertEquals(
                "it needs the package com.acme.maths in version 2.0.0 or later but before 3.0.0;"
                        + " nothing installed offers it",
                reason());
        assertEquals(
                new StuckBundle(
                        "com.example.a", "1.2.0", "com.example.a.jar", "unresolved", reason()),
                stuck().get(0));
    }

    @Test
    void aPackageInAnotherVersionIsNamedWithTheVersionThatThereIs() throws Exception {
        install("com.acme", "Export-Package: com.acme.maths;version=1.4").start();
        install("com.example.a", "Import-Package: com.acme.maths;version=\"[2.0,3)\"");
        assertEquals(
                "it needs the package com.acme.maths in version 2.0.0 or later but before 3.0.0;"
                        + " there is 1.4.0",
                reason());
    }

    @Test
    void aMissingBundleAndAMissingCapabilityAreNamed() throws Exception {
        install(
                "com.example.a",
                "Require-Bundle: com.acme;bundle-version=2",
                "Require-Capability: com.acme.gpu;filter:=\"(com.acme.gpu=cuda)\"");
        assertEquals(
                "it needs the bundle com.acme in version 2.0.0 or later; nothing installed offers"
                        + " it, and the capability com.acme.gpu cuda; nothing installed offers it",
                reason());
    }

    @Test
    void aNewerJavaIsNamed() throws Exception {
        install(
                "com.example.a",
                "Require-Capability: osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"");
        assertEquals("it needs Java 99, and this is Java " + Runtime.version().feature(), reason());
    }

    @Test
    void anOptionalPackageIsNoReason() throws Exception {
        install("com.example.a", "Import-Package: com.acme;resolution:=optional").start();
        assertEquals(List.of(), stuck());
    }

    @Test
    void whoNeedsAStuckBundleIsStuckToo() throws Exception {
        install("com.acme", "Export-Package: com.acme", "Import-Package: com.missing");
        install("com.example.a", "Import-Package: com.acme");
        assertEquals(
                List.of(
                        "it needs the package com.missing; nothing installed offers it",
                        "it needs com.acme, which does not resolve either"),
                stuck().stream().map(StuckBundle::reason).toList());
    }

    @Test
    void aBundleThatCouldBeResolvedIsStartedAndSaysSo() throws Exception {
        Bundle late = install("com.example.a");
        assertEquals("it has just been started", reason());
        assertEquals(Bundle.ACTIVE, late.getState());
    }

    @Test
    void aJarThatIsNoBundleSaysSoWhetherOrNotItWasInstalled() throws Exception {
        plainJarIsNamed(jar("plain"));
        context.installBundle(folder.resolve("plain.jar").toUri().toString()).start();
        plainJarIsNamed(folder.resolve("plain.jar"));
    }

    private void plainJarIsNamed(Path jar) {
        assertEquals(
                List.of(
                        new StuckBundle(
                                jar.getFileName().toString(),
                                "",
                                "plain.jar",
                                "unreadable",
                                "it is a jar and not a bundle: its manifest has no"
                                        + " Bundle-SymbolicName")),
                stuck());
    }

    @Test
    void aHalfCopiedJarSaysSo() throws Exception {
        byte[] whole = Files.readAllBytes(jar("half", "Bundle-SymbolicName: x"));
        Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertEquals(
                "it is not a whole jar; perhaps it is still being copied", stuck().get(0).reason());
    }

    @Test
    void aBundleThatNobodyInstalledYetSaysSo() throws Exception {
        jar("late", "Bundle-ManifestVersion: 2", "Bundle-SymbolicName: com.example.late");
        assertEquals(
                List.of(
                        new StuckBundle(
                                "com.example.late",
                                "0.0.0",
                                "late.jar",
                                "new",
                                "it has not been installed yet")),
                stuck());
    }

    /** An activator that is called and is not back until the test lets it go. */
    public static final class Slow implements BundleActivator {
        static final CountDownLatch CALLED = new CountDownLatch(1);
        static final CountDownLatch GO = new CountDownLatch(1);

        @Override
        public void start(BundleContext its) throws InterruptedException {
            CALLED.countDown();
            GO.await();
        }

        @Override
        public void stop(BundleContext its) {}
    }

    @Test
    void aBundleWhoseActivatorIsNotBackIsStarting() throws Exception {
        Path jar =
                jar(
                        "slow",
                        "Bundle-ManifestVersion: 2",
                        "Bundle-SymbolicName: com.example.slow",
                        "Bundle-Activator: " + Slow.class.getName());
        Path copies = context.getDataFile("plugin-copies").toPath().resolve("1");
        Path copy = Files.copy(jar, Files.createDirectories(copies).resolve("slow.jar"));
        Bundle bundle = context.installBundle("reference:" + copy.toUri());
        CompletableFuture<Void> started =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                bundle.start();
                            } catch (BundleException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        Slow.CALLED.await();
        assertEquals(
                List.of(
                        new StuckBundle(
                                "com.example.slow",
                                "0.0.0",
                                "slow.jar",
                                "starting",
                                "its activator was called and has not returned")),
                stuck());
        Slow.GO.countDown();
        started.get(10, TimeUnit.SECONDS);
        assertEquals(List.of(), stuck());
    }

    @Test
    void withoutAFolderOnlyBundlesAreLookedAt() {
        assertEquals(List.of(), new StuckBundles(context).all(Optional.empty()));
        assertEquals(
                List.of(),
                new StuckBundles(context).all(Optional.of(folder.resolve("there-is-none"))));
    }

    private StuckBundle serving(String type, Map<String, Object> properties) throws Exception {
        Path jar =
                jar(
                        "served",
                        "Bundle-ManifestVersion: 2",
                        "Bundle-SymbolicName: com.example.served");
        Path copies = context.getDataFile("plugin-copies").toPath().resolve("1");
        Path copy = Files.copy(jar, Files.createDirectories(copies).resolve("served.jar"));
        Bundle bundle = context.installBundle("reference:" + copy.toUri());
        bundle.start();
        bundle.getBundleContext()
                .registerService(
                        type, new ServiceOfAnyType(), FrameworkUtil.asDictionary(properties));
        List<StuckBundle> all = new StuckBundles(context).all(Optional.empty());
        return all.isEmpty() ? null : all.get(0);
    }

    /** Looked up without a class, as a service of a contract that its bundle does not import. */
    private static final class ServiceOfAnyType implements ServiceFactory<Object> {
        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            return null;
        }

        @Override
        public void ungetService(
                Bundle bundle, ServiceRegistration<Object> registration, Object service) {}
    }

    @Test
    void aBundleWhosePluginHasANameIsNotStuck() throws Exception {
        assertNull(serving("relrep.api.metric.PairMetric", Map.of("relrep.name", "mine")));
    }

    @Test
    void aServiceThatNeedsNoNameIsTold() throws Exception {
        StuckBundle found = serving("relrep.api.metric.RetrievalAppraiser", Map.of());
        assertEquals("nameless", found.state());
        assertEquals(
                "it has a service that works without a name: retrieval appraiser", found.reason());
        assertTrue(found.works());
    }

    @Test
    void aPluginWithoutItsNameIsUnknown() throws Exception {
        StuckBundle found = serving("relrep.api.similarity.Similarity", Map.of());
        assertEquals("unknown", found.state());
        assertEquals(
                "its similarity must have a name, and the service property relrep.name is missing",
                found.reason());
        assertFalse(found.works());
    }

    @Test
    void aPluginUnderATypeThatIsNoContractIsUnknown() throws Exception {
        StuckBundle found = serving("relrep.api.metric.Metric", Map.of("relrep.name", "mine"));
        assertEquals("unknown", found.state());
        assertEquals(
                "a plugin must be registered as one of [SpaceMetric, PairMetric, OutputMetric],"
                        + " and one is as Metric",
                found.reason());
    }
}
