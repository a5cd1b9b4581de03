package relrep.models.layer;

import relrep.models.memory.FloatBlock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A residual connection (He et al., CVPR 2016): the sum of the input and the output of a branch of
 * layers. The branch must not begin with an {@link Activation}, which would overwrite the input.
 *
 * @param branch the layers in order; input and output have the same volume
 */
public record Residual(List<Layer> branch) implements Layer {
    /** The first number of layers in a branch; it comes after the numbers of all stacks. */
    private static final int DEEPER = 1000;

    /** Makes a branch of these layers. */
    public Residual(Layer... branch) {
        this(List.of(branch));
    }

    @Override
    public Volume output(Volume input) {
        Volume output = inside(input).output();
        if (!output.equals(input)) {
            throw new IllegalArgumentException(output + " cannot be added to " + input);
        }
        return input;
    }

    private Stack inside(Volume input) {
        return new Stack(input, branch);
    }

    @Override
    public List<Parameter> parameters(Volume input) {
        return renamed(inside(input).parameters());
    }

    @Override
    public List<Parameter> statistics(Volume input) {
        return renamed(inside(input).statistics());
    }

    private static List<Parameter> renamed(Map<String, Parameter> named) {
        List<Parameter> parameters = new ArrayList<>();
        named.forEach(
                (name, p) ->
                        parameters.add(
                                new Parameter(name, p.rows(), p.cols(), p.start(), p.bound())));
        return parameters;
    }

    @Override
    public Kernel kernel(LayerBuffers site) {
        List<Kernel> kernels = new ArrayList<>();
        Volume volume = site.input();
        for (int i = 0; i < branch.size(); i++) {
            String prefix = i + ".";
            kernels.add(
                    branch.get(i)
                            .kernel(
                                    new LayerBuffers(
                                            volume,
                                            site.capacity(),
                                            (site.number() + 1) * DEEPER + i,
                                            of(prefix, site.parameters()),
                                            of(prefix, site.gradients()),
                                            of(prefix, site.statistics()),
                                            !site.gradients().isEmpty(),
                                            site.lane())));
            volume = branch.get(i).output(volume);
        }
        return new Work(kernels, site);
    }

    private static Map<String, FloatBlock> of(String prefix, Map<String, FloatBlock> blocks) {
        Map<String, FloatBlock> own = new LinkedHashMap<>();
        blocks.forEach(
                (name, block) -> {
                    if (name.startsWith(prefix)) {
                        own.put(name.substring(prefix.length()), block);
                    }
                });
        return own;
    }

    private static final class Work implements Kernel {
        private final List<Kernel> kernels;
        private final int size;
        private final float[] y;
        private final float[] copy;

        Work(List<Kernel> kernels, LayerBuffers site) {
            this.kernels = kernels;
            size = site.input().size();
            y = site.values(size);
            copy = site.gradients().isEmpty() ? new float[0] : site.values(size);
        }

        @Override
        public float[] forward(float[] x, int rows, BatchContext pass) {
            float[] values = x;
            for (Kernel kernel : kernels) {
                values = kernel.forward(values, rows, pass);
            }
            sum(x, values, y, rows * size);
            return y;
        }

        @Override
        public double penalty() {
            return kernels.stream().mapToDouble(Kernel::penalty).sum();
        }

        @Override
        public float[] backward(float[] gradient, int rows) {
            System.arraycopy(gradient, 0, copy, 0, rows * size);
            float[] inner = copy;
            for (int i = kernels.size() - 1; i >= 0; i--) {
                inner = kernels.get(i).backward(inner, rows);
            }
            sum(gradient, inner, gradient, rows * size);
            return gradient;
        }

        private static void sum(float[] a, float[] b, float[] c, int n) {
            for (int i = 0; i < n; i++) {
                c[i] = a[i] + b[i];
            }
        }
    }
}
