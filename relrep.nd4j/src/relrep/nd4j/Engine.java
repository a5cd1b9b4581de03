package relrep.nd4j;

import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Starts ND4J and DL4J with the class loader that finds their parts. */
final class Engine implements Nd4jEngine {
    private static final List<String> SETTINGS =
            List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE");

    Engine() {
        ClassLoader mine = Engine.class.getClassLoader();
        ND4JClassLoading.setNd4jClassloader(mine);
        DL4JClassLoading.setDl4jClassloader(mine);
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("nd4j", version("org.nd4j", "nd4j-native"));
        facts.put("javacpp", version("org.bytedeco", "javacpp"));
        facts.put("openblas", version("org.bytedeco", "openblas"));
        facts.put("natives", System.getProperty("relrep.natives", Loader.getPlatform()));
        for (String name : SETTINGS) {
            facts.put(name, System.getenv().getOrDefault(name, "unset"));
        }
        return facts;
    }

    private static String version(String group, String artifact) {
        try {
            return Loader.getVersion(group, artifact, Engine.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
