package relrep.api.tck;

import relrep.api.data.DataPlaces;
import relrep.api.run.Seed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What checks may use beside the plugin.
 *
 * @param seed where every check's randomness comes from
 * @param places where datasets may look for files
 * @param properties the service properties that the plugin is registered with; its name is checked
 *     when there are any
 * @param files that a vector format can read, for one that writes none itself
 */
public record Setting(
        Seed seed, DataPlaces places, Map<String, Object> properties, List<Path> files) {
    /** The system property that replays a failure: the seed in its message. */
    public static final String SEED = "relrep.seed";

    /** The environment variable that does the same where a build starts the tests. */
    public static final String SEED_VARIABLE = "RELREP_SEED";

    /** Keeps copies. */
    public Setting {
        properties = Map.copyOf(properties);
        files = List.copyOf(files);
    }

    /** A setting without files. */
    public Setting(Seed seed, DataPlaces places, Map<String, Object> properties) {
        this(seed, places, properties, List.of());
    }

    /**
     * Returns the setting of a unit test: the seed of {@link #SEED} or {@link #SEED_VARIABLE}, else
     * 1; the data of the environment variable {@code RELREP_DATA} where there is one; nothing
     * downloaded.
     */
    public static Setting standard() {
        String data = System.getenv("RELREP_DATA");
        List<Path> folders = data == null ? List.of() : List.of(Path.of(data));
        Path nowhere = Path.of(System.getProperty("java.io.tmpdir"), "relrep-no-cache");
        return new Setting(
                Seed.of(Long.getLong(SEED, seedOfTheEnvironment())),
                new DataPlaces(folders, nowhere, false),
                Map.of());
    }

    private static long seedOfTheEnvironment() {
        String seed = System.getenv(SEED_VARIABLE);
        return seed == null ? 1 : Long.parseLong(seed);
    }

    /** Returns this setting with the service properties of a plugin. */
    public Setting with(Map<String, Object> serviceProperties) {
        return new Setting(seed, places, serviceProperties, files);
    }

    /** Returns this setting with other places for data. */
    public Setting with(DataPlaces other) {
        return new Setting(seed, other, properties, files);
    }

    /** Returns this setting with files for vector formats to read. */
    public Setting with(List<Path> others) {
        return new Setting(seed, places, properties, others);
    }
}
