package relrep.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.run.InvalidInputException;

import java.nio.file.Path;
import java.util.List;

class OptionNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "held-out share|must be above 0, not 2|--holdout must be above 0, not 2",
                "draws|must be at least 20|--bootstrap must be at least 20",
                "most rows|must be at least 2|--rows must be at least 2",
                "setting|takes key=value|--set takes key=value",
                "anchors|must leave 2 rows; a smaller held-out share needs fewer|--anchors must"
                        + " leave 2 rows; a smaller --holdout needs fewer",
                "gate|must be a bound|--gate must be a bound"
            })
    void aRefusedValueIsCalledByItsOption(String value, String rule, String read) {
        assertEquals(read, OptionNames.of(InvalidInputException.of(value, rule)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it is so; format=csv:header=no reads it otherwise|it is so; --format csv:header=no"
                        + " reads it otherwise",
                "a word (format=word2vec-binary:lenient=true reads others)|a word (--format"
                        + " word2vec-binary:lenient=true reads others)",
                "no; keys=own matches and keys=order does not|no; --keys own matches and --keys"
                        + " order does not",
                "aligner=mlp:factor=2 does it|--aligner mlp:factor=2 does it",
                "setting width=3: unknown|--set width=3: unknown",
                "setting anchors=random(count=0): no|--set anchors=random(count=0): no",
                "setting a=format=b: no; keys=own does|--set a=format=b: no; --keys own does",
                "put it there, or into DIR with data=DIR|put it there, or into DIR with --data DIR",
                "'mine(keys=own, format=csv)' failed|'mine(keys=own, format=csv)' failed",
                "mine:format=csv failed|mine:format=csv failed",
                "x.format=a is a == b|x.format=a is a == b",
                "a setting is a value|a setting is a value"
            })
    void adviceIsWrittenAsOptionsAndNothingElse(String written, String read) {
        assertEquals(read, OptionNames.in(written));
    }

    /** Whatever value a sentence may name is an option of some command. */
    @Test
    void everyNameIsAnOption() {
        Typed typed = new Typed(Path.of("."));
        typed.registry = new ExamplePlugins();
        List<String> options = typed.commands().options("").stream().map(Suggestion::text).toList();
        for (String value :
                List.of("held-out share", "draws", "most rows", "setting", "anchors", "keys")) {
            String option = OptionNames.of(InvalidInputException.of(value, "")).strip();
            assertTrue(options.contains(option), option);
        }
        for (String name : List.of("format", "keys", "aligner", "anchors", "data", "file", "out")) {
            String option = OptionNames.in(name + "=x").replace(" x", "");
            assertTrue(options.contains(option), option);
        }
    }
}
