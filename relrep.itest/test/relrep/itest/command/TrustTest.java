package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.api.similarity.Similarity;
import relrep.itest.bundle.Blocks;
import relrep.itest.bundle.Jars;
import relrep.itest.bundle.Unruly;
import relrep.itest.bundle.UnrulyComponent;
import relrep.itest.launch.Relrep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tests plugins that must be listed before they are started. */
class TrustTest {
    @TempDir Path folder;

    private Path blocks(String version) throws IOException {
        return Jars.bundle(
                folder.resolve("blocks.jar"),
                Blocks.class,
                version,
                "org.osgi.framework,relrep.api.data,relrep.api.plugin,relrep.api.similarity");
    }

    private static boolean ready(String list) {
        return list.lines().anyMatch(line -> line.matches("similarity\\s+blocks\\s+ready\\s.*"));
    }

    @Test
    void onlyWhatIsListedIsStartedAndTheCommandThatListsItIsTold() throws Exception {
        Relrep all = new Relrep(folder);
        Relrep listed = all.with("RELREP_TRUST", "listed");
        Path jar = all.plugins().resolve("blocks.jar");
        Jars.drop(blocks("1.0.0"), all.plugins());
        assertTrue(ready(all.run("list", "similarity").out()));
        String refused = listed.run("list", "similarity").out();
        assertFalse(ready(refused), refused);
        assertTrue(refused.contains("not trusted org.example.blocks 1.0.0: "), refused);
        assertTrue(refused.contains("relrep trust " + jar), refused);
        assertEquals(0, all.run("trust", "plugins/blocks.jar").exit());
        assertTrue(ready(listed.run("list", "similarity").out()));
        assertTrue(ready(all.run("--trust", "listed", "list", "similarity").out()));

        Jars.drop(blocks("2.0.0"), all.plugins());
        assertFalse(ready(listed.run("list", "similarity").out()));
        assertTrue(ready(listed.run("list", "similarity", "--trust=all").out()));
    }

    @Test
    void whoAsksForAPluginThatIsNotTrustedIsToldSo() throws Exception {
        Relrep listed = new Relrep(folder).with("RELREP_TRUST", "listed");
        Path plugins = listed.plugins();
        Path blocks = plugins.resolve("blocks.jar");
        Jars.drop(blocks("1.0.0"), plugins);
        Files.writeString(folder.resolve("x.csv"), "1,2\n3,4\n");
        String[] project = {
            "project",
            "--points=x.csv",
            "--anchors=x.csv",
            "--similarity=blocks",
            "--out=r.npy",
            "--quiet"
        };
        String may =
                "; %s may bring it and is not trusted, 'relrep trust FILE' lists one"
                        .formatted(blocks);
        for (String[] command : new String[][] {project, {"info", "blocks"}, {"check", "blocks"}}) {
            Relrep.Result refused = listed.run(command);
            assertEquals(2, refused.exit(), refused.out());
            assertTrue(refused.err().startsWith("relrep: unknown "), refused.err());
            assertTrue(refused.err().endsWith(may + "\n"), refused.err());
        }
        Path described =
                Jars.component(
                        folder.resolve("described.jar"),
                        Unruly.class,
                        UnrulyComponent.class,
                        Similarity.class,
                        "blocks",
                        "org.osgi.framework,relrep.api.data,relrep.api.plugin,"
                                + "relrep.api.similarity");
        Jars.drop(described, plugins);
        Relrep.Result refused = listed.run(project);
        assertTrue(
                refused.err()
                        .endsWith(
                                "; described.jar brings it and is not trusted, 'relrep trust %s'"
                                                .formatted(plugins.resolve("described.jar"))
                                        + " lists it\n"),
                refused.err());
        assertFalse(new Relrep(folder).run(project).err().contains("trust"));
    }

    @Test
    void whatIsNoListAndNoJarIsRefusedInOneSentence() throws Exception {
        Relrep relrep = new Relrep(folder);
        Relrep.Result wrong = relrep.with("RELREP_TRUST", "some").run("list");
        assertEquals(2, wrong.exit());
        assertEquals(
                "relrep: RELREP_TRUST must be 'all' or 'listed', and it is 'some'\n", wrong.err());
        Files.writeString(folder.resolve("half.jar"), "PK");
        Relrep.Result half = relrep.run("trust", "half.jar");
        assertEquals(2, half.exit());
        assertEquals(
                "relrep: half.jar must be the jar of a bundle: it is not a whole jar; perhaps it is"
                        + " still being copied\n",
                half.err());
        Relrep.Result unsigned = relrep.run("trust", "--signer", blocks("1.0.0").toString());
        assertEquals(2, unsigned.exit());
        assertTrue(unsigned.err().contains("must be signed"), unsigned.err());
    }
}
