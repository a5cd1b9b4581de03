package relrep.anchors;

import org.osgi.service.component.annotations.Component;

import relrep.api.data.AnchorSelector;
import relrep.api.data.Anchors;
import relrep.api.data.Labels;
import relrep.api.data.Space;
import relrep.api.plugin.Plugin;
import relrep.api.run.Run;

import java.util.List;

/**
 * Selects one anchor per class, the mean of its samples, in the order of the class numbers. A class
 * without samples gives no anchor.
 */
@Component(service = AnchorSelector.class)
@Plugin(
        name = "class-means",
        description = "one anchor for each class, at the mean of its samples",
        source =
                "Lähner & Moeller, On the Direct Alignment of Latent Spaces, UniReps 2023, table 4")
public final class ClassMeans implements AnchorSelector {
    @Override
    public Anchors select(Space space, Run run) {
        Labels labels = Classes.require(space);
        List<int[]> groups = Classes.occurring(labels).mapToObj(labels::rowsOf).toList();
        return Anchors.ofGroups(groups);
    }
}
