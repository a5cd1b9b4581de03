package relrep.models.training;

/** What training makes small: one number a sample, averaged. */
public interface Loss {
    /**
     * Returns the losses of samples added up, and writes their gradients.
     *
     * @param outputs of the network, row after row
     * @param rows samples in it
     * @param samples their numbers
     * @param from where their numbers begin
     * @param scale what gradients are multiplied by
     * @param gradient gets the gradients; empty when they are not wanted
     */
    double measure(
            float[] outputs, int rows, int[] samples, int from, double scale, float[] gradient);
}
