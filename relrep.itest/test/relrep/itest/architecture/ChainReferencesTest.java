package relrep.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import relrep.workbench.plugins.Kind;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** Checks that a chain waits for plugins of every kind: options may name any of them. */
final class ChainReferencesTest {
    private static final Path RUNTIME =
            Path.of(
                    System.getProperty("relrep.top"),
                    "relrep.runtime/generated/relrep.runtime.jar");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void refersToEveryContract(Kind kind) throws IOException {
        String component;
        try (JarFile jar = new JarFile(RUNTIME.toFile())) {
            component =
                    new String(
                            jar.getInputStream(
                                            jar.getEntry(
                                                    "OSGI-INF/relrep.runtime.wiring.Chain.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
        }
        for (Class<?> contract : kind.contracts()) {
            assertTrue(
                    component.contains("interface=\"" + contract.getName() + "\""),
                    contract.getName());
        }
    }
}
