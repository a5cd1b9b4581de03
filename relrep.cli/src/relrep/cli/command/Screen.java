package relrep.cli.command;

import java.util.function.IntSupplier;

/**
 * What text is written to.
 *
 * @param outTerminal whether standard output is a terminal
 * @param errTerminal whether standard error is one
 * @param colours whether a terminal knows ANSI sequences
 * @param columns how wide a terminal is now
 */
public record Screen(
        boolean outTerminal, boolean errTerminal, boolean colours, IntSupplier columns) {

    /** Returns what is no terminal. */
    public static Screen none() {
        return new Screen(false, false, false, () -> 80);
    }
}
