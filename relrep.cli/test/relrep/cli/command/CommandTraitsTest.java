package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class CommandTraitsTest {
    private static List<String> line(int at) {
        return Stream.of(CommandTraits.lines().get(at).split(" ")).toList();
    }

    @Test
    void everyCommandHasAName() {
        assertEquals(Commands.names(), line(0));
    }

    @Test
    void helpAndListsComputeNothingAndRunsDo() {
        assertTrue(line(1).containsAll(List.of("help", "list", "info", "doctor")));
        for (String command : List.of("run", "demo", "align", "apply", "project", "compare")) {
            assertFalse(line(1).contains(command), command);
        }
    }

    @Test
    void theShellIsInteractive() {
        assertEquals(List.of("shell"), line(2));
    }
}
