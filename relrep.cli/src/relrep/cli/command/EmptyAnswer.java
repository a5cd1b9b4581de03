package relrep.cli.command;

import java.util.Map;

/**
 * An answer that prints nothing.
 *
 * @param exitCode its exit code
 */
record EmptyAnswer(int exitCode) implements Answer {
    @Override
    public Object json() {
        return Map.of();
    }

    @Override
    public void print(TextPage page) {}
}
