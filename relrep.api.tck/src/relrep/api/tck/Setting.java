package relrep.api.tck;

import relrep.api.data.DataPlaces;
import relrep.api.run.Seed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The resources of checks besides the plugin.
 *
 * @param seed the seed of all checks
 * @param places where datasets may look for files
 * @param properties the service properties that the plugin is registered with; its name is checked
 *     if there are any
 * @param files files that a vector format can read, for a format that cannot write
 */
public record Setting(
        Seed seed, DataPlaces places, Map<String, Object> properties, List<Path> files) {
    /** The system property that repeats a failure: the seed from its message. */
    public static final String SEED = "relrep.seed";

    /** The environment variable with the same meaning, for builds that start the tests. */
    public static final String SEED_VARIABLE = "RELREP_SEED";

    /** Keeps copies. */
    public Setting {
        properties = Map.copyOf(properties);
        files = List.copyOf(files);
    }

    /** Makes a setting without files. */
    public Setting(Seed seed, DataPlaces places, Map<String, Object> properties) {
        this(seed, places, properties, List.of());
    }

    /**
     * Returns the setting of a unit test. The seed is that of {@link #SEED} or {@link
     * #SEED_VARIABLE}, else 1. Data is in the folder of the environment variable {@code
     * RELREP_DATA}, if it is set. Nothing is downloaded.
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
