package relrep.models.training;

/** The quantity that training minimises: one number per sample, averaged. */
public interface Loss {
    /**
     * Returns the sum of the losses of samples, and writes their gradients.
     *
     * @param outputs the outputs of the network, row after row
     * @param rows the number of samples
     * @param samples their numbers
     * @param from the start of their numbers
     * @param scale the factor of the gradients
     * @param gradient receives the gradients; empty when they are not wanted
     */
    double measure(
            float[] outputs, int rows, int[] samples, int from, double scale, float[] gradient);
}
