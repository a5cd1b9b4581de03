package relrep.runtime.folder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The file {@code provenance.json}: how a run was made, and its state. It is the first file written
 * into a folder, and the last one rewritten. So it shows whether a run is finished.
 */
public final class Provenance {
    /** The file's name. */
    static final String FILE = "provenance.json";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private final Map<String, Object> facts = new LinkedHashMap<>();

    /**
     * Makes the provenance of a run.
     *
     * @param experiment its name
     * @param definition the digest of the experiment as run
     */
    public Provenance(String experiment, String definition) {
        facts.put("experiment", experiment);
        facts.put("definition", definition);
        facts.put("state", State.RUNNING.word());
    }

    /** Adds or replaces a fact: a text, a number, a list or a map. */
    public Provenance put(String key, Object value) {
        facts.put(key, value);
        return this;
    }

    /** Returns a copy of the facts. */
    public Map<String, Object> facts() {
        return new LinkedHashMap<>(facts);
    }

    /** The states of a run. */
    public enum State {
        /** It is running, or was killed. */
        RUNNING,
        /** It was ended early; finished rows are kept. */
        INTERRUPTED,
        /** Every cell is done. */
        FINISHED;

        /** Returns its name in the file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void write(Path folder) {
        Path file = folder.resolve(FILE);
        Path draft = folder.resolve("." + FILE + RunFolder.DRAFT);
        Disk.write(
                file,
                () -> {
                    Files.writeString(draft, GSON.toJson(facts) + "\n");
                    Files.move(
                            draft,
                            file,
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                });
    }

    /**
     * The run in a folder, according to its provenance.
     *
     * @param finished whether nothing is left to do; a run with failures is not finished and is
     *     tried again
     */
    record Found(String experiment, String definition, boolean finished) {}

    private static boolean isFinished(JsonObject facts) {
        JsonElement failures = facts.get("failures");
        return facts.get("state").getAsString().equals(State.FINISHED.word())
                && (failures == null || failures.getAsInt() == 0);
    }

    static Optional<Found> read(Path folder) throws IOException {
        try {
            JsonElement json = JsonParser.parseString(Files.readString(folder.resolve(FILE)));
            JsonObject facts = json.getAsJsonObject();
            return Optional.of(
                    new Found(
                            facts.get("experiment").getAsString(),
                            facts.get("definition").getAsString(),
                            isFinished(facts)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CharacterCodingException
                | JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException
                | NullPointerException notOurs) {
            return Optional.empty();
        }
    }
}
