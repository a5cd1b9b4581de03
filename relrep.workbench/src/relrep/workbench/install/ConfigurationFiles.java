package relrep.workbench.install;

import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads files {@code FACTORY~NAME.cfg} as factory configurations with exactly that PID. File
 * Install reads only {@code FACTORY-NAME.cfg} this way. It would take these files for
 * configurations without a factory, which start nothing.
 */
final class ConfigurationFiles {
    private static final Pattern NAME = Pattern.compile("(relrep\\.[^~]+)~(.+)\\.cfg");

    private final ConfigurationAdmin admin;

    ConfigurationFiles(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    static boolean one(File file) {
        return NAME.matcher(file.getName()).matches();
    }

    /** Creates or updates the configuration of a file. */
    void read(File file) throws IOException {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8)) {
            written.load(reader);
        }
        Map<String, Object> properties = new HashMap<>();
        written.forEach((key, value) -> properties.put(String.valueOf(key), value));
        configuration(file).updateIfDifferent(FrameworkUtil.asDictionary(properties));
    }

    /** Deletes the configuration of a deleted file. */
    void gone(File file) throws IOException {
        configuration(file).delete();
    }

    private Configuration configuration(File file) throws IOException {
        Matcher name = NAME.matcher(file.getName());
        if (!name.matches()) {
            throw new IllegalArgumentException(file.getName());
        }
        return admin.getFactoryConfiguration(name.group(1), name.group(2), "?");
    }
}
