package relrep.nd4j;

import java.util.Map;

/**
 * The service that makes ND4J, DL4J and OpenBLAS ready for use. A bundle that calls any of them
 * refers to this service first, since otherwise ND4J finds no backend in Felix. On a plain class
 * path, {@link #start()} does the same.
 */
public interface Nd4jEngine {
    /** Returns versions and settings that results depend on, for their provenance. */
    Map<String, String> facts();

    /** Starts an engine outside a framework, for tests and benchmarks. */
    static Nd4jEngine start() {
        return new Engine();
    }
}
