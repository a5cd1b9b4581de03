package relrep.launch;

import org.osgi.framework.Constants;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The configuration properties of the framework, Declarative Services and File Install. */
final class Settings {
    private Settings() {}

    static Map<String, String> of(Layout layout, Path storage, boolean watching, boolean traces) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        settings.put(
                Constants.FRAMEWORK_BOOTDELEGATION, "sun.misc,sun.nio.ch,jdk.incubator.vector");
        // Two versions of a plugin stand side by side while one replaces the other.
        settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        // The framework writes traces to standard output and error.
        settings.put("felix.log.level", traces ? "1" : "0");
        settings.put("felix.cache.locking", "false");
        // Declarative Services writes traces to standard error; 0 is nothing, the commands tell
        // why.
        settings.put("ds.loglevel", traces ? "error" : "0");
        if (watching) {
            // What it watches is configured by those who handle what it sees: PluginWatching.
            settings.put("felix.fileinstall.dir", storage.resolve("unwatched").toString());
            settings.put("felix.fileinstall.enableConfigSave", "false");
            settings.put("felix.fileinstall.log.level", "0");
        }
        return settings;
    }
}
