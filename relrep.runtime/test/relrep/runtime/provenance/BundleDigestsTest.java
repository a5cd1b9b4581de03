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

import relrep.runtime.cache.FileDigests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Checksums of bundles in a real framework. */
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
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "plugin");
        Path jar = folder.resolve("plugin.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new ZipEntry("content.txt"));
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return jar;
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
}
