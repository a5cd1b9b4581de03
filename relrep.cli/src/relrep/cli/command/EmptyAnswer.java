package relrep.cli.command;

import java.util.Map;

/**
 * Nothing to say.
 *
 * @param exitCode that it stands for
 */
record EmptyAnswer(int exitCode) implements Answer {
    @Override
    public Object json() {
        return Map.of();
    }

    @Override
    public void print(TextPage page) {}
}
