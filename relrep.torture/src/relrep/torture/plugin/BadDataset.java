package relrep.torture.plugin;

import relrep.api.data.DataPlaces;
import relrep.api.data.Dataset;
import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Samples;
import relrep.api.data.Shape;
import relrep.api.data.Split;
import relrep.api.run.Run;

import java.util.Map;
import java.util.Optional;

/** A dataset that misbehaves. */
public final class BadDataset implements Dataset {
    private static final int WIDTH = 6;

    private final Misbehaviour misbehaviour = Misbehaviour.own();

    @Override
    public Split load(DataPlaces places, Run run) {
        misbehaviour.perform();
        return switch (misbehaviour) {
            case NULL -> null;
            case TOO_MANY -> split(samples(60, WIDTH), samples(20, WIDTH + 1));
            case TOO_FEW -> split(samples(60, WIDTH), samples(0, WIDTH));
            default -> split(samples(60, WIDTH), samples(20, WIDTH));
        };
    }

    private static Split split(Samples train, Samples test) {
        return new Split(train, test, Map.of("made", "0".repeat(64)));
    }

    private Samples samples(int n, int width) {
        float[] values = new float[n * width];
        int[] labels = new int[n];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37 % 101) / 101f;
            labels[i / width] = i % 2;
        }
        if (n > 0) {
            values[width] = misbehaviour.number();
        }
        return new Samples(
                Matrix.of(n, width, values), Shape.vector(width), Optional.of(Labels.of(labels)));
    }
}
