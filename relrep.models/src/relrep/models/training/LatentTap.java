package relrep.models.training;

/**
 * Copies the values between two layers on one thread, and adds to their gradients on the way back.
 */
final class LatentTap {
    private final int below;
    private final int size;
    private final float[] values;
    private final float[] gradients;

    /**
     * Makes it.
     *
     * @param below the number of layers below it
     * @param size the number of values in a sample
     * @param capacity the greatest number of samples
     */
    LatentTap(int below, int size, int capacity) {
        this.below = below;
        this.size = size;
        values = new float[capacity * size];
        gradients = new float[values.length];
    }

    int size() {
        return size;
    }

    /** Copies the outputs of a layer, if it is the one below. */
    void keep(int layer, float[] outputs, int rows) {
        if (layer == below - 1) {
            System.arraycopy(outputs, 0, values, 0, rows * size);
        }
    }

    /** Adds to the gradient of the outputs of a layer, if it is the one below. */
    void add(int layer, float[] gradient, int rows) {
        if (layer == below - 1) {
            for (int i = 0; i < rows * size; i++) {
                gradient[i] += gradients[i];
            }
        }
    }

    /** Copies values out. */
    void read(float[] into, int row, int rows) {
        System.arraycopy(values, 0, into, row * size, rows * size);
    }

    /** Sets the gradients that {@link #add} adds. */
    void write(float[] from, int row, int rows) {
        System.arraycopy(from, row * size, gradients, 0, rows * size);
    }
}
