package relrep.cli.command;

import java.util.function.IntSupplier;

/**
 * The properties of the output streams.
 *
 * @param outTerminal whether standard output is a terminal
 * @param errTerminal whether standard error is one
 * @param colours whether the terminal supports ANSI sequences
 * @param columns returns the current width of the terminal
 */
public record Screen(
        boolean outTerminal, boolean errTerminal, boolean colours, IntSupplier columns) {

    /** Returns the properties of streams that are not terminals. */
    public static Screen none() {
        return new Screen(false, false, false, () -> 80);
    }
}
