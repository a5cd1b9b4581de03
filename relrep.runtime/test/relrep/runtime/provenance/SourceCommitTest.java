package relrep.runtime.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SourceCommitTest {
    @TempDir Path folder;

    @Test
    void namesTheCommitAndSaysWhetherSourcesAreAsInIt() throws Exception {
        Path source = Files.createDirectories(folder.resolve("relrep.api/src")).resolve("A.java");
        Files.writeString(source, "one");
        git("init", "--quiet");
        assertEquals(SourceCommit.UNKNOWN, SourceCommit.of(folder), "no commit yet");
        git("add", ".");
        git("-c", "user.name=n", "-c", "user.email=e@f", "commit", "--quiet", "-m", "m");
        String commit = SourceCommit.of(folder);
        assertTrue(commit.matches("[0-9a-f]{12}"), commit);
        Files.writeString(folder.resolve("notes.txt"), "no source");
        assertEquals(commit, SourceCommit.of(folder));
        Files.writeString(source, "two");
        assertEquals(commit + " with changes", SourceCommit.of(folder));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        assertEquals(SourceCommit.UNKNOWN, SourceCommit.of(inner), "another repository's folder");
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor(), said);
    }
}
