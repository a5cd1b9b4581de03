package relrep.torture;

import java.util.List;
import java.util.Set;

/**
 * The result of a finished command.
 *
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
record Ended(int exit, String out, String err) {
    private static final List<String> UNFIT =
            List.of("a fault in the program", "\tat ", "Exception in thread", "hs_err_pid");

    /** Checks that there is no stack trace and no internal error, whatever the command was. */
    Ended decent() throws Loss {
        for (String unfit : UNFIT) {
            Loss.unless(!(err + out).contains(unfit), "it printed: %s", brief(err + out));
        }
        return this;
    }

    /** Checks that the exit code is one of these. */
    Ended exits(Integer... codes) throws Loss {
        decent();
        Loss.unless(
                Set.of(codes).contains(exit),
                "exit code must be one of %s, was %d; it printed: %s",
                List.of(codes),
                exit,
                brief(err + out));
        return this;
    }

    /** Checks that the command ended with one sentence. */
    Ended refuses(Integer... codes) throws Loss {
        exits(codes);
        long sentences = err.lines().filter(line -> line.startsWith("relrep: ")).count();
        Loss.unless(sentences >= 1, "it ended with %d and no sentence: %s", exit, brief(err));
        return this;
    }

    static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 400 ? line.substring(0, 400) + " …" : line;
    }
}
