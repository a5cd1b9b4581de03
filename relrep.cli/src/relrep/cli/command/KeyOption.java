package relrep.cli.command;

import picocli.CommandLine.Option;

import relrep.vectors.file.KeyChoice;

import java.util.Optional;

/** How the rows of two files are matched. */
final class KeyOption {
    @Option(
            names = "--keys",
            arity = "0..1",
            fallbackValue = KeyChoice.OWN,
            paramLabel = "own|order|FILE[,FILE]",
            description =
                    "Match rows by key: those in the files themselves (own), or from a file with a"
                            + " word or id for each row, one for both or one for each; order"
                            + " matches by order although keys differ, which is refused else.")
    private String keys;

    /** Returns what was asked for, if anything. */
    Optional<KeyChoice> choice() {
        return Optional.ofNullable(keys).map(KeyChoice::of);
    }
}
