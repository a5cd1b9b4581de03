package relrep.kernels.tile;

import java.util.Optional;

/**
 * Chooses the engine by the size of the work alone, so that the same work gives the same bits each
 * time.
 *
 * <p>The Vector API is faster once the JVM has compiled it, which takes a second or two; OpenBLAS
 * is fast at once. So small work uses OpenBLAS, and large work the Vector API if it is available.
 * The system property {@code relrep.kernels.engine} sends all work to {@code vectors}, {@code
 * openblas} or {@code plain}.
 *
 * @param small the engine for work below {@link #LARGE}
 * @param large the engine for larger work
 */
record Engines(Engine small, Engine large) {
    /**
     * The number of multiplications from which on work is large: a fifth of a second on one
     * processor.
     */
    static final long LARGE = 20_000_000_000L;

    private static final String PROPERTY = "relrep.kernels.engine";

    /** Returns the engines of this machine. */
    static Engines here() {
        return Here.ENGINES;
    }

    static Engines only(Engine engine) {
        return new Engines(engine, engine);
    }

    Engine forWork(long products) {
        return products < LARGE ? small : large;
    }

    private static Engines choose() {
        return switch (System.getProperty(PROPERTY, "")) {
            case "vectors" -> only(vectors().orElseGet(Engines::library));
            case "openblas" -> only(library());
            case "plain" -> only(new Plain());
            default -> {
                Engine library = library();
                yield new Engines(library, vectors().orElse(library));
            }
        };
    }

    private static Engine library() {
        try {
            return OpenBlas.load();
        } catch (LinkageError | RuntimeException absent) {
            return new Plain();
        }
    }

    static Optional<Engine> vectors() {
        try {
            return VectorModule.open() && Vectors.fast()
                    ? Optional.of(new Vectors())
                    : Optional.empty();
        } catch (LinkageError invisible) {
            return Optional.empty();
        }
    }

    /** Holds the engines, chosen on first use. */
    private static final class Here {
        static final Engines ENGINES = choose();
    }
}
