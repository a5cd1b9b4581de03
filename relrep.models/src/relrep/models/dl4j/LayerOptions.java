package relrep.models.dl4j;

import relrep.api.plugin.Option;

/**
 * The options of an encoder by one layer of a network in a file.
 *
 * @param model the file
 * @param layer whose activations are the latents
 * @param width of the latents
 */
public record LayerOptions(
        @Option("the file of the network") String model,
        @Option(
                        "the layer whose activations are the latents; default: what the output"
                                + " layer takes")
                String layer,
        @Option(
                        value =
                                "width of the latents, where it depends on the pictures' size; 0"
                                        + " otherwise",
                        min = 0)
                int width) {
    static final LayerOptions DEFAULT = new LayerOptions("", "", 0);
}
