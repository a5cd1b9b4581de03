package relrep.workbench.contract;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Space;
import relrep.api.run.Run;

import java.util.BitSet;

/** Checks an anchor selector: it must choose at least one anchor, and each sample at most once. */
record CheckedSelector(ContractCheck check, AnchorSelector plugin) implements AnchorSelector {
    private static final String SELECT = "select";

    @Override
    public Anchors select(Space space, Run run) {
        Anchors anchors =
                check.get(SELECT, "anchors", () -> plugin.select(space, check.watched(run)));
        check.require(anchors.size() > 0, SELECT, "must choose at least 1 anchor, not 0");
        BitSet taken = new BitSet();
        for (int i = 0; i < anchors.size(); i++) {
            for (int row : anchors.group(i)) {
                check.require(
                        row >= 0 && row < space.size(),
                        SELECT,
                        "must choose rows 0 to %d, but anchor %d has row %d",
                        space.size() - 1,
                        i,
                        row);
                check.require(
                        !taken.get(row),
                        SELECT,
                        "must choose each row at most once, but row %d comes again in anchor %d",
                        row,
                        i);
                taken.set(row);
            }
        }
        return anchors;
    }
}
