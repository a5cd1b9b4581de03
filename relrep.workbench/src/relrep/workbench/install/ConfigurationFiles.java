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
 * Files {@code FACTORY~NAME.cfg}, each a factory configuration of that very PID. File Install knows
 * {@code FACTORY-NAME.cfg} alone, and takes these for configurations without a factory, which start
 * nothing.
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

    /** Makes the configuration what the file says. */
    void read(File file) throws IOException {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8)) {
            written.load(reader);
        }
        Map<String, Object> properties = new HashMap<>();
        written.forEach((key, value) -> properties.put(String.valueOf(key), value));
        configuration(file).updateIfDifferent(FrameworkUtil.asDictionary(properties));
    }

    /** The file has gone, and the configuration goes too. */
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
