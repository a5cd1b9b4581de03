package relrep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;

class CostTest {
    @TempDir Path folder;

    private static Cost cost(String wall, int trained, int networks, int computed, int cells) {
        return Cost.of(
                new Provenance(
                        JsonParser.parseString(
                                        """
                                        {"commit": "abc", "wall_seconds": %s, "cpu_seconds": 1.5,
                                         "machine": {"cores": 2}, "networks_trained": %d,
                                         "networks_cached": %d, "cells_computed": %d,
                                         "cells_cached": %d}
                                        """
                                                .formatted(
                                                        wall, trained, networks, computed, cells))
                                .getAsJsonObject()));
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, 0 s",
        "59.49, 59 s",
        "59.5, 1 min 0 s",
        "3599.4, 59 min 59 s",
        "3600, 1 h 0 min",
        "90061, 25 h 1 min"
    })
    void timesAreInTheUnitsThatOneReads(String seconds, String words) {
        assertEquals(words, cost(seconds, 1, 0, 1, 0).wall());
    }

    @Test
    void whatTheCacheHadIsSaid() {
        assertEquals("all: 5 networks, 30 cells", cost("1", 5, 0, 30, 0).share("abc"));
        assertEquals(
                "1 of 5 networks, 2 of 30 cells; the rest from the cache; at commit abc, nothing"
                        + " since",
                cost("1", 1, 4, 2, 28).share("def"));
        assertFalse(cost("1", 0, 4, 0, 28).computed());
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Cost cost = cost("4.470", 1, 2, 3, 4);
        cost.write(folder);
        assertEquals(cost, Cost.of(folder));
    }
}
