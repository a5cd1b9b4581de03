package relrep.cli.command;

import picocli.CommandLine.Option;

import relrep.vectors.file.KeyChoice;

import java.util.Optional;

/** The option {@code --keys}: how the rows of two files are matched. */
final class KeyOption {
    @Option(
            names = "--keys",
            arity = "0..1",
            fallbackValue = KeyChoice.OWN,
            paramLabel = "own|order|FILE[,FILE]",
            description =
                    "Match rows by key. 'own' takes the keys in the files. FILE has a word or id"
                        + " for each row of both files; FILE,FILE has one for each. 'order' matches"
                        + " by order even where keys differ, which is otherwise refused.")
    private String keys;

    /** Returns the choice, if the option was given. */
    Optional<KeyChoice> choice() {
        return Optional.ofNullable(keys).map(KeyChoice::of);
    }
}
