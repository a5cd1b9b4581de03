package relrep.workbench.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.workbench.digest.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

@Tag("slow")
class TrustListTest {
    @TempDir Path folder;

    private Path list(String... lines) throws IOException {
        return Files.write(folder.resolve("trusted"), List.of(lines));
    }

    private Path jar(String name) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.example." + name);
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            add(entries, "one.txt", name.getBytes(StandardCharsets.UTF_8));
            add(entries, "two.txt", "two".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void add(JarOutputStream entries, String name, byte[] bytes) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(bytes);
        entries.closeEntry();
    }

    /** Copies a jar with its signature; one entry gets other bytes, or is new. */
    private Path changed(Path jar, String entry) throws IOException {
        Path to = folder.resolve("changed.jar");
        try (JarFile file = new JarFile(jar.toFile(), false);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            for (JarEntry each : Collections.list(file.entries())) {
                if (!each.getName().equals(entry)) {
                    try (InputStream in = file.getInputStream(each)) {
                        add(out, each.getName(), in.readAllBytes());
                    }
                }
            }
            add(out, entry, "smuggled".getBytes(StandardCharsets.UTF_8));
        }
        return to;
    }

    private static void tool(String name, String... words) throws Exception {
        Path bin = Path.of(System.getProperty("java.home"), "bin", name);
        List<String> command = new java.util.ArrayList<>(List.of(bin.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private Path signed(String name, String signer) throws Exception {
        String keys = folder.resolve("keys").toString();
        if (Files.notExists(folder.resolve(signer + ".pem"))) {
            tool(
                    "keytool",
                    "-genkeypair",
                    "-alias",
                    signer,
                    "-dname",
                    "CN=" + signer,
                    "-keyalg",
                    "EC",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    keys,
                    "-storepass",
                    "secret");
            tool(
                    "keytool",
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    signer,
                    "-keystore",
                    keys,
                    "-storepass",
                    "secret",
                    "-file",
                    folder.resolve(signer + ".pem").toString());
        }
        Path jar = jar(name);
        tool("jarsigner", "-keystore", keys, "-storepass", "secret", jar.toString(), signer);
        return jar;
    }

    @Test
    void aJarStandsInItByItsDigestAsSha256sumWritesIt() throws Exception {
        Path jar = jar("a");
        String digest = Sha256.of(jar);
        assertTrue(TrustList.read(list("# mine", "", digest + "  a.jar")).has(jar));
        assertTrue(TrustList.read(list(digest.toUpperCase(java.util.Locale.ROOT))).has(jar));
        assertFalse(TrustList.read(list(digest + "  a.jar")).has(jar("b")));
    }

    @Test
    void withoutAFileNothingIsListed() throws Exception {
        assertFalse(TrustList.read(folder.resolve("none")).has(jar("a")));
    }

    @Test
    void aLineThatSaysSomethingElseIsRefusedWithItsNumber() throws Exception {
        Path list = list("# mine", "a.jar");
        IOException refused = assertThrows(IOException.class, () -> TrustList.read(list));
        assertEquals(
                list
                        + ", line 2 must be a SHA-256 of 64 digits and a name, 'certificate' with a"
                        + " SHA-256, or a certificate in PEM",
                refused.getMessage());
        assertEquals(
                refused.getMessage(), new Trust(true, list).objection(jar("a"), "a.jar").get());
    }

    @Test
    void aSignersCertificateListsAllThatHeSignedWhole() throws Exception {
        Path jar = signed("a", "ann");
        Path other = signed("b", "bob");
        Path pem = folder.resolve("ann.pem");
        for (Path list :
                List.of(
                        Files.copy(pem, folder.resolve("by-pem")),
                        Files.writeString(
                                folder.resolve("by-digest"),
                                TrustEntry.ofSigners(jar).get(0).line()))) {
            TrustList trusted = TrustList.read(list);
            assertTrue(trusted.has(jar));
            assertFalse(trusted.has(other), "another signer");
            assertFalse(trusted.has(jar("c")), "nobody signed it");
            assertFalse(trusted.has(changed(jar, "two.txt")), "changed after it was signed");
            assertFalse(trusted.has(changed(jar, "three.txt")), "an entry was added");
        }
        assertEquals("CN=ann", Signers.of(jar).values().iterator().next());
    }

    @Test
    void anEntryIsAddedOnce() throws Exception {
        Path list = folder.resolve("new/trusted");
        TrustEntry entry = TrustEntry.ofJar(jar("a"));
        assertTrue(entry.add(list));
        assertFalse(entry.add(list));
        Files.writeString(list, Files.readString(list).strip());
        assertTrue(TrustEntry.ofJar(jar("b")).add(list));
        assertEquals(2, TrustList.read(list).jars().size());
    }

    @Test
    void theOptionComesBeforeTheEnvironment() {
        Map<String, String> listed = Map.of("RELREP_TRUST", "listed");
        assertFalse(Trust.of(List.of("list"), Map.of(), folder).listedOnly());
        assertTrue(Trust.of(List.of("list"), listed, folder).listedOnly());
        assertFalse(Trust.of(List.of("list", "--trust=all"), listed, folder).listedOnly());
        assertTrue(Trust.of(List.of("--trust", "listed", "list"), Map.of(), folder).listedOnly());
        assertEquals(
                "RELREP_TRUST must be 'all' or 'listed', and it is 'some'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Trust.of(List.of(), Map.of("RELREP_TRUST", "some"), folder))
                        .getMessage());
    }
}
