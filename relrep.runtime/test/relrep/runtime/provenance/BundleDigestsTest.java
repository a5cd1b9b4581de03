package relrep.runtime.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

import relrep.runtime.cache.FileDigests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Tests checksums of bundles in a real framework. */
class BundleDigestsTest {
    @TempDir Path folder;
    @TempDir Path storage;
    private Framework framework;

    @BeforeEach
    void start() throws BundleException {
        FrameworkFactory factory =
                ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
        framework =
                factory.newFramework(
                        Map.of(
                                Constants.FRAMEWORK_STORAGE,
                                storage.toString(),
                                "felix.log.level",
                                "0"));
        framework.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private Path jar(String content) throws IOException {
        return jar("plugin", "", content);
    }

    private Path jar(String name, String imports, String content) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Export-Package", name);
        if (!imports.isEmpty()) {
            manifest.getMainAttributes().putValue("Import-Package", imports);
        }
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(out);
            out.putNextEntry(entry("content.txt"));
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
    }

    /** Of one time, since the same contents must make the same jar. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        return entry;
    }

    private String content(Bundle bundle) {
        return new BundleDigests(new FileDigests(folder.resolve("cache"))).content(bundle);
    }

    private Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    @Test
    void theChecksumOfABundleIsThatOfItsJar() throws Exception {
        Path jar = jar("one");
        assertEquals(new FileDigests(folder.resolve("cache")).of(jar), content(install(jar)));
    }

    /** The framework runs a copy: what lies in the folder meanwhile is not what was computed by. */
    @Test
    void aJarThatIsNotInstalledYetIsNotTheCodeThatRuns() throws Exception {
        Bundle bundle = install(jar("one"));
        String file = new FileDigests(folder.resolve("cache")).of(jar("two"));
        Files.setLastModifiedTime(
                folder.resolve("plugin.jar"),
                FileTime.fromMillis(bundle.getLastModified() + 2_000));
        assertNotEquals(file, content(bundle));
        bundle.update();
        Files.setLastModifiedTime(
                folder.resolve("plugin.jar"), FileTime.fromMillis(bundle.getLastModified()));
        assertEquals(file, content(bundle));
    }

    /** Installs an engine on a base of relrep's and a library, with a command line above it. */
    private String engine(String base, String engine, String library, String cli) throws Exception {
        List<Bundle> all =
                List.of(
                        install(jar("relrep.base", "", base)),
                        install(jar("library", "", library)),
                        install(jar("relrep.engine", "relrep.base,library", engine)),
                        install(jar("relrep.cli", "relrep.engine,relrep.base", cli)));
        for (Bundle bundle : all) {
            bundle.start();
        }
        String digest =
                new BundleDigests(new FileDigests(folder.resolve("cache"))).engine(all.get(2));
        for (Bundle bundle : all) {
            bundle.uninstall();
        }
        framework.adapt(FrameworkWiring.class).refreshBundles(all);
        return digest;
    }

    @Test
    void theEngineIsItsBundleAndThoseOfRelrepBelowIt() throws Exception {
        String first = engine("1", "1", "1", "1");
        assertEquals(first, engine("1", "1", "1", "2"));
        assertEquals(first, engine("1", "1", "2", "1"));
        assertNotEquals(first, engine("2", "1", "1", "1"));
        assertNotEquals(first, engine("1", "2", "1", "1"));
    }
}
