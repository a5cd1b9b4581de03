package relrep.start;

/**
 * The coordinate of a file in a Maven repository.
 *
 * @param group the group
 * @param artifact the artifact
 * @param type the extension
 * @param classifier the classifier; empty for none
 * @param version the version
 * @param sha256 the required checksum; empty if it is not known
 */
record Coordinate(
        String group,
        String artifact,
        String type,
        String classifier,
        String version,
        String sha256) {
    /** Reads {@code group:artifact[:extension[:classifier]]:version}. */
    static Coordinate of(String text, String sha256) {
        String[] parts = text.split(":", -1);
        return new Coordinate(
                parts[0],
                parts[1],
                parts.length > 3 ? parts[2] : "jar",
                parts.length > 4 ? parts[3] : "",
                parts[parts.length - 1],
                sha256);
    }

    /** Returns its path below the root of a repository. */
    String path() {
        String tail = classifier.isEmpty() ? "" : "-" + classifier;
        return "%s/%s/%s/%s-%s%s.%s"
                .formatted(
                        group.replace('.', '/'), artifact, version, artifact, version, tail, type);
    }

    /** Returns it as a dependency for a pom, without its own dependencies. */
    String dependency() {
        String more = classifier.isEmpty() ? "" : "<classifier>" + classifier + "</classifier>";
        return """
        <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
        <type>%s</type>%s
        <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>
        """
                .formatted(group, artifact, version, type, more);
    }
}
