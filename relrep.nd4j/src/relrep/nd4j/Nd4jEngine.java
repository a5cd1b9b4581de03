package relrep.nd4j;

import java.util.Map;

/**
 * ND4J, DL4J and OpenBLAS, ready to be used: a bundle that calls any of them refers to this service
 * first, for without it ND4J finds no backend in Felix. On a plain class path {@link #start()} is
 * the same.
 */
public interface Nd4jEngine {
    /** Returns versions and settings that results depend on, for their provenance. */
    Map<String, String> facts();

    /** Returns an engine outside a framework: in a test or a benchmark. */
    static Nd4jEngine start() {
        return new Engine();
    }
}
