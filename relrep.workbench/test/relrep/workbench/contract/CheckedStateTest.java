package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;

import java.util.Map;

class CheckedStateTest {
    private static final Matrix TENSOR = Matrix.of(1, 1, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "__metadata__ | a | must give no tensor the name '__metadata__', which files use",
                "'' | a | must give tensors names without control characters, not ''",
                "w | '' | must give attributes names without control characters, not ''",
                "w | ~ | must give attributes names without control characters, not '~'",
            })
    void whatAFileCannotKeepIsRefused(String tensor, String attribute, String sentence) {
        AlignmentState state =
                new AlignmentState(
                        Map.of(tensor, TENSOR),
                        Map.of(attribute.replace('~', '\0'), "1"),
                        Map.of());
        Exception refused =
                assertThrows(
                        PluginFailureException.class,
                        () -> CheckedState.of(new ContractCheck("aligner 'odd'", true), state));
        assertEquals("aligner 'odd': state " + sentence.replace('~', '\0'), refused.getMessage());
    }
}
