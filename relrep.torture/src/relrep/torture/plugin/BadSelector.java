package relrep.torture.plugin;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.run.Run;

/** A selector that misbehaves. */
public final class BadSelector implements AnchorSelector {
    private final Misbehaviour misbehaviour = Misbehaviour.own();

    @Override
    public Anchors select(Space space, Run run) {
        misbehaviour.perform();
        return switch (misbehaviour) {
            case NULL -> null;
            case TOO_MANY -> Anchors.ofRows(0, 1, 2, 2);
            case TOO_FEW -> Anchors.ofRows();
            case NOT_A_NUMBER -> Anchors.ofRows(0, -1);
            default -> Anchors.ofRows(0, space.size());
        };
    }
}
