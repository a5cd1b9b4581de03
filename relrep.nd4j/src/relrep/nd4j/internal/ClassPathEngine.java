package relrep.nd4j.internal;

import relrep.nd4j.Nd4jEngine;

import java.util.Map;

/** The engine on a plain class path, where {@code ServiceLoader} finds it. */
public final class ClassPathEngine implements Nd4jEngine {
    private final Nd4jEngine engine = Nd4jEngine.start();

    @Override
    public Map<String, String> facts() {
        return engine.facts();
    }
}
