package relrep.models.layer;

import java.util.List;

/**
 * One step of a network as a description: what comes out, what it learns, and the kernel that
 * computes it. A new layer is one file.
 */
public interface Layer {
    /** Returns how its outputs lie. */
    Volume output(Volume input);

    /** Returns what is learnt by gradient, in the order in which it lies in memory. */
    default List<Parameter> parameters(Volume input) {
        return List.of();
    }

    /** Returns what is kept but not learnt by gradient, such as running means. */
    default List<Parameter> statistics(Volume input) {
        return List.of();
    }

    /** Returns the kernel that works there. */
    Kernel kernel(LayerBuffers site);
}
