package relrep.workbench.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import relrep.api.data.DataPlaces;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PlacesTest {
    private static final Path HOME = Path.of("/home/ada");
    private static final Path HERE = Path.of("/home/here");

    @Test
    void withoutANameTheCacheIsInTheHome() {
        Places places = Places.of(Optional.empty(), Map.of(), HOME, HERE);
        assertEquals(new Places(List.of(), Path.of("/home/ada/.cache/relrep")), places);
    }

    @Test
    void whatIsNamedOnTheCommandLineComesFirst() {
        Map<String, String> environment =
                Map.of("RELREP_DATA", "/data", "RELREP_CACHE", "kept", "OTHER", "x");
        Places places = Places.of(Optional.of(Path.of("mine")), environment, HOME, HERE);
        assertEquals(List.of(Path.of("/home/here/mine"), Path.of("/data")), places.folders());
        assertEquals(Path.of("/home/here/kept"), places.cache());
        assertEquals(new DataPlaces(places.folders(), places.cache(), true), places.forData(true));
    }

    @Test
    void anEmptyVariableNamesNothing() {
        Map<String, String> environment = Map.of("RELREP_DATA", " ", "RELREP_CACHE", "");
        assertEquals(
                Places.of(Optional.empty(), Map.of(), HOME, HERE),
                Places.of(Optional.empty(), environment, HOME, HERE));
    }
}
