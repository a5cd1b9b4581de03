package relrep.onnx.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The description in an ONNX file: everything but the weights.
 *
 * @param inputs what the model takes
 * @param outputs what it returns, in order
 * @param operators the operators that it consists of
 * @param positions the rows of its table of position embeddings, where it has one: no text may have
 *     more tokens
 * @param externalFiles names of files beside it that hold weights
 */
public record ModelHeader(
        List<ModelPort> inputs,
        List<ModelPort> outputs,
        Set<String> operators,
        OptionalInt positions,
        Set<String> externalFiles) {
    /** Operators that compute a scale from the values at hand, or multiply such numbers. */
    private static final Set<String> QUANTISED =
            Set.of(
                    "DynamicQuantizeLinear",
                    "DynamicQuantizeLSTM",
                    "DynamicQuantizeMatMul",
                    "MatMulInteger",
                    "MatMulIntegerToFloat",
                    "ConvInteger",
                    "QAttention");

    /** Copies the collections. */
    public ModelHeader {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        operators = Set.copyOf(operators);
        externalFiles = Set.copyOf(externalFiles);
    }

    /**
     * Returns whether the model computes with whole numbers whose scale it takes from each batch,
     * so that a row's result depends on the other rows.
     */
    public boolean quantised() {
        return operators.stream().anyMatch(QUANTISED::contains);
    }

    /** Returns the input with this name, if there is one. */
    public Optional<ModelPort> input(String name) {
        return inputs.stream().filter(port -> port.name().equals(name)).findFirst();
    }
}
