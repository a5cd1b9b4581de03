package relrep.onnx.published;

/**
 * A jar in the repositories of Maven, as a container of model files.
 *
 * @param artifact its name in the group {@value #GROUP}
 * @param version its version
 * @param bytes its size
 * @param sha256 its checksum
 * @param licence the licence of the model
 */
public record PublishedJar(
        String artifact, String version, long bytes, String sha256, String licence) {
    static final String GROUP = "dev.langchain4j";

    private static final double MEGA = 1e6;

    /** Returns its file name. */
    String file() {
        return artifact + "-" + version + ".jar";
    }

    /** Returns its path in a repository. */
    String path() {
        return "%s/%s/%s/%s".formatted(GROUP.replace('.', '/'), artifact, version, file());
    }

    /** Returns its size in words. */
    String size() {
        return "%.0f MB".formatted(bytes / MEGA);
    }
}
