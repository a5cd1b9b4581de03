package relrep.results;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code provenance.json} says of a run.
 *
 * @param json the file
 */
record Provenance(JsonObject json) {
    /** The name of the file in a run's folder. */
    static final String FILE = "provenance.json";

    /** Reads that of a folder; it says nothing where there is no file. */
    static Provenance of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return new Provenance(
                Files.exists(file)
                        ? JsonParser.parseString(Files.readString(file)).getAsJsonObject()
                        : new JsonObject());
    }

    /** Returns a fact as the file writes it; empty where it has none of that name. */
    String fact(String name) {
        return text(json.get(name));
    }

    /** Returns a count, 0 where there is none. */
    int count(String name) {
        String fact = fact(name);
        return fact.isEmpty() ? 0 : Integer.parseInt(fact);
    }

    /** Returns a fact about the machine; empty where the file has none of that name. */
    String machine(String name) {
        JsonObject machine = json.getAsJsonObject("machine");
        return machine == null ? "" : text(machine.get(name));
    }

    /** Whether the run has come to its end. */
    boolean finished() {
        return fact("state").equals("finished");
    }

    private static String text(JsonElement value) {
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }
}
