package relrep.transforms;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.api.transform.TransformState;

/** Reads the parts of a transform's state, and refuses a state of another transform. */
final class KeptState {
    static final String WIDTH = "width";

    private final TransformState state;

    KeptState(TransformState state) {
        this.state = state;
    }

    /**
     * Returns a tensor.
     *
     * @param rows the number of its rows; any if below 0
     * @throws InvalidInputException when it is missing, of another height, or not finite
     */
    Matrix tensor(String name, int rows) {
        Matrix tensor = state.tensors().get(name);
        if (tensor == null || (rows >= 0 && tensor.rows() != rows)) {
            throw refused("the tensor '%s'".formatted(name));
        }
        return tensor.requireFinite(name);
    }

    /** Returns whole number, at least 1. */
    int number(String name) {
        String text = state.attributes().getOrDefault(name, "");
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw refused("the whole number '%s'".formatted(name));
        }
        return Integer.parseInt(text);
    }

    private InvalidInputException refused(String what) {
        return new InvalidInputException(
                "the state of this transform must have %s, but has %s and %s"
                        .formatted(what, state.tensors(), state.attributes()));
    }
}
