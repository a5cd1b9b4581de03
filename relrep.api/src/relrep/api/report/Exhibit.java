package relrep.api.report;

import relrep.api.data.Labels;
import relrep.api.data.Matrix;
import relrep.api.data.Shape;
import relrep.api.data.Space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data for a figure that is not in the rows: a few test samples, as inputs, latents or outputs of
 * networks. It is small, and it does not depend on whether cells were computed or read from the
 * cache.
 */
public sealed interface Exhibit {
    /** Returns the figure that asked for it. */
    Figure figure();

    /** Returns the fixed settings by column name: dataset, width, anchors, … */
    Map<String, String> factors();

    /**
     * Pictures in strips. All strips show the same samples.
     *
     * @param figure the figure that uses it
     * @param factors the fixed settings
     * @param shape of one picture
     * @param strips the first holds the samples themselves
     * @param labels the class of each sample, where there are classes
     */
    record Pictures(
            Figure figure,
            Map<String, String> factors,
            Shape shape,
            List<Strip> strips,
            Optional<Labels> labels)
            implements Exhibit {
        /** Keeps copies. */
        public Pictures {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
            strips = List.copyOf(strips);
        }
    }

    /**
     * Pictures in a row.
     *
     * @param caption a description: {@code ae(1) → ae(2), rigid}
     * @param pictures {@code k × shape.size()}, one a row
     */
    record Strip(String caption, Matrix pictures) {}

    /**
     * Latents, absolute or relative, of the same samples in several networks.
     *
     * @param figure the figure that uses it
     * @param factors the fixed settings
     * @param spaces one per network, {@code k} samples each
     */
    record Spaces(Figure figure, Map<String, String> factors, List<Space> spaces)
            implements Exhibit {
        /** Keeps copies. */
        public Spaces {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
            spaces = List.copyOf(spaces);
        }
    }

    /**
     * The classes of a dataset's test samples, which group the values of single samples in the
     * rows.
     *
     * @param figure the figure that uses it
     * @param factors the dataset
     * @param labels of all test samples
     */
    record Classes(Figure figure, Map<String, String> factors, Labels labels) implements Exhibit {
        /** Keeps a copy. */
        public Classes {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
        }
    }

    /**
     * A few named samples and the nearest neighbours of each, in several networks. All networks
     * show the same samples.
     *
     * @param figure the figure that uses it
     * @param factors the fixed settings
     * @param keys the name of each sample; each group begins with the chosen sample, then come its
     *     neighbours, nearest first
     * @param absolute latents, one space per network; the labels are the groups, one class per
     *     chosen sample
     * @param relative the relative representations of the same samples in the same networks
     */
    record Neighbours(
            Figure figure,
            Map<String, String> factors,
            List<String> keys,
            List<Space> absolute,
            List<Space> relative)
            implements Exhibit {
        /** Keeps copies. */
        public Neighbours {
            factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
            keys = List.copyOf(keys);
            absolute = List.copyOf(absolute);
            relative = List.copyOf(relative);
        }
    }
}
