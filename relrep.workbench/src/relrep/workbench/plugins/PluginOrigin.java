package relrep.workbench.plugins;

/**
 * The jar in {@code plugins/} that a plugin came from.
 *
 * @param bundle its symbolic name
 * @param version of the bundle
 * @param file the jar's name
 * @param sha256 of the jar, in hexadecimal digits
 */
public record PluginOrigin(String bundle, String version, String file, String sha256) {
    /** Returns it on one line: bundle, version and checksum. */
    public String line() {
        return "%s %s sha256:%s".formatted(bundle, version, sha256);
    }
}
