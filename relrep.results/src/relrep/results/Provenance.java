package relrep.results;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The provenance of a run, read from {@code provenance.json}.
 *
 * @param json the file
 */
record Provenance(JsonObject json) {
    /** The name of the file in a run's folder. */
    static final String FILE = "provenance.json";

    /** Reads the file of a folder; a missing file gives an empty provenance. */
    static Provenance of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return new Provenance(
                Files.exists(file)
                        ? JsonParser.parseString(Files.readString(file)).getAsJsonObject()
                        : new JsonObject());
    }

    /** Returns a fact as written in the file; empty if it is missing. */
    String fact(String name) {
        return text(json.get(name));
    }

    /** Returns a count, 0 if it is missing. */
    int count(String name) {
        String fact = fact(name);
        return fact.isEmpty() ? 0 : Integer.parseInt(fact);
    }

    /** Returns a fact about the machine; empty if it is missing. */
    String machine(String name) {
        JsonObject machine = json.getAsJsonObject("machine");
        return machine == null ? "" : text(machine.get(name));
    }

    /** Returns whether the run is finished. */
    boolean finished() {
        return fact("state").equals("finished");
    }

    private static String text(JsonElement value) {
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }
}
