package relrep.models.layer;

import java.util.List;

/**
 * The description of one step of a network: its output shape, its parameters, and the kernel that
 * computes it. A new layer is one file.
 */
public interface Layer {
    /** Returns the layout of its outputs. */
    Volume output(Volume input);

    /** Returns the parameters learnt by gradient, in the order of memory. */
    default List<Parameter> parameters(Volume input) {
        return List.of();
    }

    /** Returns the values that are stored but not learnt by gradient, for example running means. */
    default List<Parameter> statistics(Volume input) {
        return List.of();
    }

    /** Returns a kernel for some buffers. */
    Kernel kernel(LayerBuffers site);
}
