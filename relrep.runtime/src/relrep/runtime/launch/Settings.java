package relrep.runtime.launch;

import org.osgi.framework.Constants;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the framework, Declarative Services and File Install are told. */
final class Settings {
    private static final String POLL_MILLIS = "1000";

    private Settings() {}

    static Map<String, String> of(Layout layout, Path storage, boolean watching, boolean traces) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        settings.put(
                Constants.FRAMEWORK_BOOTDELEGATION, "sun.misc,sun.nio.ch,jdk.incubator.vector");
        settings.put("felix.log.level", "1");
        settings.put("felix.cache.locking", "false");
        // Declarative Services writes traces to standard error; 0 is nothing, the commands tell
        // why.
        settings.put("ds.loglevel", traces ? "error" : "0");
        if (watching) {
            settings.put("felix.fileinstall.dir", layout.plugins().toString());
            settings.put("felix.fileinstall.tmpdir", storage.resolve("plugins").toString());
            settings.put("felix.fileinstall.poll", POLL_MILLIS);
            settings.put("felix.fileinstall.noInitialDelay", "true");
            settings.put("felix.fileinstall.filter", ".*\\.jar");
            settings.put("felix.fileinstall.enableConfigSave", "false");
            settings.put("felix.fileinstall.bundles.updateWithListeners", "true");
            settings.put("felix.fileinstall.log.level", "0");
        }
        return settings;
    }
}
