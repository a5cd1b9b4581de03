package relrep.itest.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import relrep.itest.launch.Relrep;

import java.nio.file.Path;
import java.util.List;

/** Checks that lines piped into the shell are run one by one, even if some fail. */
class ShellLinesTest {
    @TempDir Path folder;

    private Relrep.Result shell(String... lines) throws Exception {
        Process process = new Relrep(folder).start("shell");
        try (var in = process.outputWriter()) {
            in.write(String.join("\n", lines) + "\n");
        }
        return new Relrep(folder).end(process);
    }

    @Test
    void whatIsWrongIsSaidWithItsLineAndTheNextIsRun() throws Exception {
        Relrep.Result result =
                shell(
                        "lst aligners",
                        "echo 'no end",
                        "list nonsense",
                        "felix:bundle none-such-word 3 4",
                        "list aligners");
        assertTrue(result.out().contains("aligner  rigid"), result.out());
        List<String> said = result.err().lines().toList();
        assertEquals(4, said.size(), result.err());
        assertTrue(said.get(0).startsWith("relrep: line 1, 'lst aligners': "), result.err());
        assertTrue(said.get(0).contains("Command not found: lst"), result.err());
        assertTrue(said.get(1).startsWith("relrep: line 2, 'echo 'no end': "), result.err());
        assertTrue(said.get(2).startsWith("relrep: "), result.err());
        assertTrue(said.get(3).startsWith("relrep: line 4, "), result.err());
        assertEquals(2, result.exit());
    }

    @Test
    void theWorstExitCodeCountsAndExitLeaves() throws Exception {
        Relrep.Result fine = shell("list aligners", "exit", "lst");
        assertEquals("", fine.err());
        assertEquals(0, fine.exit());
        Relrep.Result wrong = shell("lst", "list aligners", "exit", "list similarities");
        assertFalse(wrong.out().contains("cosine"), wrong.out());
        assertTrue(wrong.out().contains("rigid"), wrong.out());
        assertEquals(2, wrong.exit());
    }
}
