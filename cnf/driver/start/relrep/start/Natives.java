package relrep.start;

import java.util.List;

/**
 * The platform and kind of ND4J's native libraries for which relrep is built.
 *
 * @param platform the operating system and the processor
 * @param name the platform, and the kind of build if it is not the plain one
 */
record Natives(String platform, String name) {
    private static final List<String> PLATFORMS =
            List.of(
                    "linux-x86_64",
                    "linux-arm64",
                    "macosx-x86_64",
                    "macosx-arm64",
                    "windows-x86_64");
    private static final List<String> BUILDS =
            List.of("plain", "avx2", "avx512", "onednn", "onednn-avx2", "onednn-avx512");

    /** Returns the natives that the start script detected. */
    static Natives ofProcess() {
        String build = System.getenv("RELREP_NATIVES");
        String platform = System.getenv("RELREP_PLATFORM");
        if (!BUILDS.contains(build)) {
            throw new LackingException(
                    "the natives must be a build of ND4J's, and '%s' is none; there are %s"
                            + " (RELREP_NATIVES)",
                    build, String.join(", ", BUILDS));
        }
        if (!PLATFORMS.contains(platform)) {
            throw new LackingException(
                    "the platform must be one that ND4J has natives for, and '%s' is none; there"
                            + " are %s (RELREP_PLATFORM)",
                    platform, String.join(", ", PLATFORMS));
        }
        return new Natives(
                platform, build.equals(BUILDS.get(0)) ? platform : platform + "-" + build);
    }
}
