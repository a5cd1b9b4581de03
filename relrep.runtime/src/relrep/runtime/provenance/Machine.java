package relrep.runtime.provenance;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Describes the machine: facts for the provenance, and the properties that change numbers. */
public final class Machine {
    private static final String[] THREADS = {
        "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE"
    };

    private final Map<String, String> environment;

    public Machine(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Returns the facts for the provenance, without host name and paths. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cpu", cpu());
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("heap", Runtime.getRuntime().maxMemory());
        facts.put("arch", System.getProperty("os.arch"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", System.getProperty("java.runtime.version"));
        facts.put("jvm", System.getProperty("java.vm.name"));
        facts.put("natives", System.getProperty("relrep.natives", "unknown"));
        facts.put("vectors", vectors());
        for (String name : THREADS) {
            facts.put(name, environment.getOrDefault(name, "unset"));
        }
        return facts;
    }

    /**
     * Returns the properties that results depend on: other libraries, kernels or numbers of threads
     * round differently.
     */
    public Map<String, String> numeric() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cpu", cpu());
        facts.put("arch", System.getProperty("os.arch"));
        facts.put("jdk", Integer.toString(Runtime.version().feature()));
        facts.put("natives", System.getProperty("relrep.natives", "unknown"));
        facts.put("vectors", Boolean.toString(vectors()));
        for (String name : THREADS) {
            facts.put(name, environment.getOrDefault(name, "unset"));
        }
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("relrep.kernels."))
                .forEach(name -> facts.put(name, System.getProperty(name)));
        return facts;
    }

    /** Returns whether the Vector API is available or can be loaded. */
    private static boolean vectors() {
        String module = "jdk.incubator.vector";
        boolean loadable =
                Object.class
                                .getModule()
                                .isExported("jdk.internal.module", Machine.class.getModule())
                        && ModuleFinder.ofSystem().find(module).isPresent();
        return loadable || ModuleLayer.boot().findModule(module).isPresent();
    }

    private static String cpu() {
        Path file = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException noSuchFile) {
            return "unknown";
        }
    }
}
