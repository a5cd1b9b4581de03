package relrep.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** Tests the command line. */
final class SettingsTest {
    @Test
    void everythingHasADefault() {
        Settings settings = Settings.of();
        assertEquals(List.of(1, 2), settings.threads());
        assertEquals(5, settings.pairs());
        assertEquals(Settings.Format.TABLE, settings.format());
        assertTrue(settings.patterns().isEmpty());
    }

    @Test
    void optionsAndFiltersMayStandInAnyOrder() {
        Settings settings =
                Settings.of("^mrr", "--threads", "2,4", "--json", "cka", "--limits", "238,30");
        assertEquals(List.of(2, 4), settings.threads());
        assertEquals(2, settings.patterns().size());
        assertEquals(Settings.Format.JSON, settings.format());
        assertEquals(Optional.of(new Limits(238, 30)), settings.limits());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 0|--threads must be a number of at least 1, not '0'",
                "--pairs|--pairs must be followed by a value",
                "--limits 3|--limits must be GFlop/s of one processor and GB/s, as in 238,30, not"
                        + " '3'",
                "--wram 3|an option must be one of --threads, --pairs, --warm, --peer, --limits,"
                        + " --csv, --json, --list, --help, not '--wram'",
                "mrr(|a filter must be a regular expression, not 'mrr('"
            })
    void whatCannotBeIsRefused(String line, String message) {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Settings.of(line.split(" ")));
        assertEquals(message, e.getMessage());
    }
}
