package relrep.cli.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists the properties of commands that the start script needs before it starts a JVM. The build
 * writes the list into the distribution.
 */
public final class CommandTraits {
    private CommandTraits() {}

    /**
     * Returns three lines of names, separated by spaces: all commands, those that compute nothing,
     * and those that are interactive.
     */
    public static List<String> lines() {
        List<String> light = new ArrayList<>(Commands.names(ComputesNothing.class));
        light.add(Commands.HELP);
        return List.of(
                String.join(" ", Commands.names()),
                String.join(" ", light),
                String.join(" ", Commands.names(Interactive.class)));
    }
}
