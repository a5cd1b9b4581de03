package relrep.models.dl4j;

import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.nd4j.Bridge;

/**
 * The latents of a trained {@code lstm} for the ids of tokens. DL4J keeps a batch in the network
 * while it computes, so one thread at a time does.
 */
final class LstmEncoder implements Encoder {
    private static final int BATCH = 64;

    private final MultiLayerNetwork network;
    private final int width;

    LstmEncoder(MultiLayerNetwork network) {
        this.network = network;
        network.getLayerWiseConfigurations().setInferenceWorkspaceMode(WorkspaceMode.NONE);
        width =
                (int)
                        ((FeedForwardLayer) network.getLayer(LstmLayers.LATENTS).conf().getLayer())
                                .getNOut();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public Matrix encode(Inputs inputs) {
        Matrix ids = inputs.numbers();
        return Matrix.filled(
                ids.rows(),
                width,
                latents -> {
                    for (int from = 0; from < ids.rows(); from += BATCH) {
                        int to = Math.min(ids.rows(), from + BATCH);
                        latents.put(compute(TokenBatch.of(ids.rows(from, to))).buffer());
                    }
                });
    }

    private synchronized Matrix compute(TokenBatch batch) {
        network.setLayerMaskArrays(batch.mask(), null);
        INDArray latents =
                network.feedForwardToLayer(LstmLayers.LATENTS, batch.ids(), false)
                        .get(LstmLayers.LATENTS + 1);
        network.clearLayerMaskArrays();
        network.clear();
        return Bridge.matrix(latents.dup('c'));
    }
}
