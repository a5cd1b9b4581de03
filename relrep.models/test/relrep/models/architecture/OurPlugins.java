package relrep.models.architecture;

import relrep.api.model.Architecture;
import relrep.api.plugin.Plugins;
import relrep.nd4j.Nd4jEngine;

import java.util.HashMap;
import java.util.Map;

/** Plugins of this bundle with their defaults, and other architectures under any name. */
final class OurPlugins implements Plugins {
    private final Map<String, Object> known = new HashMap<>();

    OurPlugins() {
        Nd4jEngine engine = Nd4jEngine.start();
        known.put("dense", new Dense(engine));
        known.put("conv", new Conv(engine));
        known.put("pca", new Pca(engine));
        known.put("random-projection", new RandomProjection());
        known.put(
                "random-projection(width=12)",
                new RandomProjection().with(new RandomProjection.Options(12, 1)));
    }

    OurPlugins with(String expression, Architecture architecture) {
        known.put(expression, architecture);
        return this;
    }

    @Override
    public <T> T get(Class<T> contract, String expression) {
        return contract.cast(known.get(expression));
    }
}
