package relrep.workbench.install;

import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Makes File Install watch folders, once the service that handles its events is available. */
final class WatchedFolders {
    private static final String PID = "org.apache.felix.fileinstall";
    private static final String POLL_MILLIS = "1000";
    private static final String CONFIGURATIONS = ".*\\.(cfg|config)";

    private final ConfigurationAdmin admin;
    private final Path temporary;

    /**
     * Configures File Install through Configuration Admin.
     *
     * @param temporary a folder for File Install's temporary files
     */
    WatchedFolders(ConfigurationAdmin admin, Path temporary) {
        this.temporary = temporary;
        this.admin = admin;
    }

    void watch(PluginPlace place) throws IOException {
        String jars = ".*\\.jar|trusted";
        watch("plugins", place.folder(), place.shell() ? jars + "|" + CONFIGURATIONS : jars);
        if (place.shell() && place.experiments().filter(Files::isDirectory).isPresent()) {
            watch("experiments", place.experiments().get(), CONFIGURATIONS);
        }
    }

    private void watch(String name, Path folder, String filter) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("felix.fileinstall.dir", folder.toString());
        properties.put("felix.fileinstall.tmpdir", temporary.resolve(name).toString());
        properties.put("felix.fileinstall.poll", POLL_MILLIS);
        properties.put("felix.fileinstall.noInitialDelay", "true");
        properties.put("felix.fileinstall.filter", filter);
        properties.put("felix.fileinstall.log.level", "0");
        admin.getFactoryConfiguration(PID, name, "?")
                .update(FrameworkUtil.asDictionary(properties));
    }
}
