package relrep.models.network;

import relrep.api.model.Architecture;

/** An architecture that consists of layers, so that other architectures can use its blueprint. */
public interface Layered extends Architecture {
    /** Returns the blueprint: its layers and its training. */
    Blueprint<?> blueprint();
}
