package relrep.models.network;

import relrep.api.model.Architecture;

/** An architecture that consists of layers, which others may lay out anew. */
public interface Layered extends Architecture {
    /** Returns how its layers lie and how they are trained. */
    Blueprint<?> blueprint();
}
