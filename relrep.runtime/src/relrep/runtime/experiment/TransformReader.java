package relrep.runtime.experiment;

import relrep.runtime.experiment.Tree.Items;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads transforms. A list is applied in its order: {@code [centre, l2]}. A list of lists is a
 * sweep: {@code [[], [centre, l2]]}.
 */
final class TransformReader {
    /** The key for latents. */
    static final String LATENTS = "transform";

    /** The key for relative vectors. */
    static final String RELATIVE = "relative-transform";

    private TransformReader() {}

    /** Returns the values of a key, each a list of transforms. */
    static List<List<LocatedExpression>> values(String key, Tree tree) {
        boolean swept =
                tree instanceof Items items
                        && items.items().stream().anyMatch(Items.class::isInstance);
        if (!swept) {
            return List.of(value(key, tree));
        }
        List<List<LocatedExpression>> all = new ArrayList<>();
        for (Tree item : ((Items) tree).items()) {
            List<LocatedExpression> next = value(key, item);
            if (all.contains(next)) {
                throw item.where().refuse("'%s' gives %s twice", key, item.what());
            }
            all.add(next);
        }
        return all;
    }

    /** Returns one value; the empty list is no transform. */
    static List<LocatedExpression> value(String key, Tree tree) {
        if (!(tree instanceof Items items)) {
            return List.of(Keys.plugin(key, tree));
        }
        return items.items().stream().map(item -> Keys.plugin(key, item)).toList();
    }
}
