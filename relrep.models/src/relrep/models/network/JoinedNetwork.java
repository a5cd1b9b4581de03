package relrep.models.network;

import relrep.api.data.Matrix;
import relrep.api.model.Bottleneck;
import relrep.api.run.InvalidInputException;
import relrep.models.layer.AnchorLatents;
import relrep.models.layer.RelativeProjection;
import relrep.models.layer.Stack;
import relrep.models.training.Anchored;

import java.util.List;
import java.util.Optional;

/**
 * An encoder and a decoder joined to one stack for training.
 *
 * @param stack the stack from samples to outputs
 * @param anchored the anchor samples that the encoder embeds during training
 */
record JoinedNetwork(Stack stack, Optional<Anchored> anchored) {
    /** Joins them through a bottleneck. */
    static JoinedNetwork of(Stack encoder, Bottleneck bottleneck, Stack decoder) {
        if (!(bottleneck instanceof Bottleneck.Relative relative)) {
            return new JoinedNetwork(encoder.then(decoder), Optional.empty());
        }
        Matrix anchors = relative.anchors().numbers();
        if (anchors.cols() != encoder.input().size()) {
            throw new InvalidInputException(
                    "anchors must be samples of %d coordinates, as those that are trained on, not"
                                    .formatted(encoder.input().size())
                            + " of "
                            + anchors.cols());
        }
        anchors.requireFinite("the anchors");
        AnchorLatents latents = new AnchorLatents(anchors.rows(), relative.similarity());
        Stack projection = new Stack(encoder.output(), List.of(new RelativeProjection(latents)));
        return new JoinedNetwork(
                encoder.then(projection).then(decoder),
                Optional.of(new Anchored(encoder, anchors, relative.every(), latents)));
    }
}
