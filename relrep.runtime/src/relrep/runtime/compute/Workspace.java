package relrep.runtime.compute;

import relrep.api.data.DataPlaces;
import relrep.runtime.cache.CacheView;
import relrep.runtime.cell.CellKeys;
import relrep.runtime.cell.PluginResolver;

import java.util.Map;

/** What one run computes with: its data, encoders, networks and spaces, each made once. */
public final class Workspace {
    private final Data data;
    private final CellKeys keys;
    private final FrozenEncoders encoders;
    private final Networks networks;
    private final Spaces spaces;

    /**
     * Makes it.
     *
     * @param places where data and models are looked for
     * @param engine the digest of the engine's code
     * @param machine the properties of the machine that change numbers
     */
    public Workspace(
            PluginResolver parts,
            CacheView cache,
            DataPlaces places,
            String engine,
            Map<String, String> machine) {
        this.data = new Data(parts, places);
        this.keys = new CellKeys(parts, engine, machine, data::checksums);
        this.encoders = new FrozenEncoders(parts, places, keys, cache);
        this.networks = new Networks(parts, data, keys, cache, encoders);
        this.spaces = new Spaces(parts, data, networks);
    }

    /** Returns the datasets. */
    public Data data() {
        return data;
    }

    /** Returns the cache keys. */
    public CellKeys keys() {
        return keys;
    }

    /** Returns the encoders that are plugins. */
    public FrozenEncoders encoders() {
        return encoders;
    }

    /** Returns the networks. */
    public Networks networks() {
        return networks;
    }

    /** Returns the spaces. */
    public Spaces spaces() {
        return spaces;
    }
}
