package relrep.models.layer;

import relrep.models.memory.FloatBlock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * A stack of layers, with the volumes between them and the positions of their parameters and
 * statistics in one long vector.
 */
public final class Stack {
    private final List<Layer> layers;
    private final List<Volume> volumes = new ArrayList<>();

    /** Makes a stack of layers. */
    public Stack(Volume input, List<Layer> layers) {
        this.layers = List.copyOf(layers);
        volumes.add(input);
        for (Layer layer : layers) {
            volumes.add(layer.output(volumes.get(volumes.size() - 1)));
        }
    }

    /** Returns the layers. */
    public List<Layer> layers() {
        return layers;
    }

    /** Returns the layout of the inputs. */
    public Volume input() {
        return volumes.get(0);
    }

    /** Returns the layout of the outputs. */
    public Volume output() {
        return volumes.get(layers.size());
    }

    /** Returns the number of the first layer with parameters; no gradient is needed below it. */
    public int firstLearning() {
        int i = 0;
        while (i < layers.size() - 1 && layers.get(i).parameters(volumes.get(i)).isEmpty()) {
            i++;
        }
        return i;
    }

    /**
     * Returns the number of the layer that follows these layers in this stack.
     *
     * @param part consecutive layers of this stack
     */
    public int indexAfter(Stack part) {
        return Collections.indexOfSubList(layers, part.layers) + part.layers.size();
    }

    /** Returns this stack with another on top. */
    public Stack then(Stack next) {
        List<Layer> all = new ArrayList<>(layers);
        all.addAll(next.layers);
        return new Stack(input(), all);
    }

    /** Returns the parameters by name, {@code <layer>.<parameter>}, in order. */
    public Map<String, Parameter> parameters() {
        return named(Layer::parameters);
    }

    /** Returns the statistics by name, {@code <layer>.<statistic>}, in order. */
    public Map<String, Parameter> statistics() {
        return named(Layer::statistics);
    }

    private Map<String, Parameter> named(BiFunction<Layer, Volume, List<Parameter>> of) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            for (Parameter parameter : of.apply(layers.get(i), volumes.get(i))) {
                named.put(i + "." + parameter.name(), parameter);
            }
        }
        return named;
    }

    /** Returns the number of values in parameters or statistics. */
    public static int size(Map<String, Parameter> named) {
        return named.values().stream().mapToInt(Parameter::size).sum();
    }

    /** Returns the initial values of parameters or statistics. */
    public static float[] begin(Map<String, Parameter> named, RandomGenerator random) {
        float[] values = new float[size(named)];
        int at = 0;
        for (Parameter parameter : named.values()) {
            parameter.begin(values, at, random);
            at += parameter.size();
        }
        return values;
    }

    /**
     * Makes the kernels for inference.
     *
     * @param capacity the greatest number of samples
     */
    public List<Kernel> kernels(
            int capacity, FloatBlock parameters, FloatBlock statistics, WorkerContext lane) {
        return kernels(capacity, parameters, null, statistics, lane);
    }

    /**
     * Makes the kernels for training.
     *
     * @param capacity the greatest number of samples
     * @param gradients receives the gradients of the parameters, in the same layout; null for none
     */
    public List<Kernel> kernels(
            int capacity,
            FloatBlock parameters,
            FloatBlock gradients,
            FloatBlock statistics,
            WorkerContext lane) {
        List<Kernel> kernels = new ArrayList<>();
        int parameterAt = 0;
        int statisticAt = 0;
        for (int i = 0; i < layers.size(); i++) {
            Volume input = volumes.get(i);
            List<Parameter> learnt = layers.get(i).parameters(input);
            List<Parameter> kept = layers.get(i).statistics(input);
            boolean wanted = gradients != null && parameterAt > 0;
            kernels.add(
                    layers.get(i)
                            .kernel(
                                    new LayerBuffers(
                                            input,
                                            capacity,
                                            i,
                                            slices(parameters, parameterAt, learnt),
                                            slices(gradients, parameterAt, learnt),
                                            slices(statistics, statisticAt, kept),
                                            wanted,
                                            lane)));
            parameterAt += learnt.stream().mapToInt(Parameter::size).sum();
            statisticAt += kept.stream().mapToInt(Parameter::size).sum();
        }
        return kernels;
    }

    private static Map<String, FloatBlock> slices(FloatBlock all, int from, List<Parameter> list) {
        Map<String, FloatBlock> slices = new LinkedHashMap<>();
        int at = from;
        for (Parameter parameter : all == null ? List.<Parameter>of() : list) {
            slices.put(parameter.name(), all.slice(at, parameter.size()));
            at += parameter.size();
        }
        return slices;
    }
}
