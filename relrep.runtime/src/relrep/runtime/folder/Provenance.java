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
 * {@code provenance.json}: what a run was made from and with, and how far it came. It is the first
 * file of a folder and, rewritten, the last; so it tells whether a run is finished.
 */
public final class Provenance {
    /** The file's name. */
    static final String FILE = "provenance.json";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private final Map<String, Object> facts = new LinkedHashMap<>();

    /**
     * Begins.
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

    /** Returns a copy of what is known so far. */
    public Map<String, Object> facts() {
        return new LinkedHashMap<>(facts);
    }

    /** How far a run came. */
    public enum State {
        /** Under way, or killed. */
        RUNNING,
        /** Ended before its time; what was finished is kept. */
        INTERRUPTED,
        /** Every cell is over. */
        FINISHED;

        /** Returns how the file writes it. */
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
     * What a folder says of the run in it.
     *
     * @param finished whether nothing is left to do: a run in which something failed is tried again
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
