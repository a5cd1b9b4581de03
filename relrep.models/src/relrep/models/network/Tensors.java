package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.run.InvalidInputException;
import relrep.models.layer.Parameter;
import relrep.models.layer.Stack;
import relrep.models.training.Weights;

import java.util.LinkedHashMap;
import java.util.Map;

/** Converts weights to and from named tensors, {@code encoder.0.weight}. */
final class Tensors {
    private Tensors() {}

    /** Returns the tensors of a stack. */
    static Map<String, Matrix> of(String prefix, Stack stack, Weights weights) {
        Map<String, Matrix> tensors = new LinkedHashMap<>();
        cut(prefix, stack.parameters(), weights.parameters(), tensors);
        cut(prefix, stack.statistics(), weights.statistics(), tensors);
        return tensors;
    }

    private static void cut(
            String prefix,
            Map<String, Parameter> named,
            float[] values,
            Map<String, Matrix> tensors) {
        int at = 0;
        for (Map.Entry<String, Parameter> entry : named.entrySet()) {
            Parameter p = entry.getValue();
            float[] own = new float[p.size()];
            System.arraycopy(values, at, own, 0, own.length);
            tensors.put(prefix + "." + entry.getKey(), Matrix.of(p.rows(), p.cols(), own));
            at += p.size();
        }
    }

    /**
     * Returns the weights of a stack.
     *
     * @throws InvalidInputException when a tensor is missing or has another shape
     */
    static Weights weights(String prefix, Stack stack, Map<String, Matrix> tensors) {
        return new Weights(
                join(prefix, stack.parameters(), tensors),
                join(prefix, stack.statistics(), tensors));
    }

    private static float[] join(
            String prefix, Map<String, Parameter> named, Map<String, Matrix> tensors) {
        float[] values = new float[Stack.size(named)];
        int at = 0;
        for (Map.Entry<String, Parameter> entry : named.entrySet()) {
            Parameter p = entry.getValue();
            String name = prefix + "." + entry.getKey();
            Matrix tensor = tensors.get(name);
            if (tensor == null || tensor.rows() != p.rows() || tensor.cols() != p.cols()) {
                throw new InvalidInputException(
                        "the network's state must have a tensor '%s' of %d × %d, not %s"
                                .formatted(
                                        name,
                                        p.rows(),
                                        p.cols(),
                                        tensor == null ? "none" : tensor));
            }
            tensor.buffer().get(0, values, at, p.size());
            at += p.size();
        }
        return values;
    }
}
