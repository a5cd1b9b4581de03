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
 * What a figure is drawn from and rows do not hold: a few test samples as networks see them or give
 * them back. Small, and the same whether cells were computed or came out of the cache.
 */
public sealed interface Exhibit {
    /** Returns the figure that asked for it. */
    Figure figure();

    /** Returns what is held, by column name: dataset, width, anchors, … */
    Map<String, String> factors();

    /**
     * Pictures in strips: a strip shows the same samples as every other.
     *
     * @param figure what asked for it
     * @param factors what is held
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
     * @param caption what they are: {@code ae(1) → ae(2), rigid}
     * @param pictures {@code k × shape.size()}, one a row
     */
    record Strip(String caption, Matrix pictures) {}

    /**
     * Latents, absolute or relative, of the same samples in several networks.
     *
     * @param figure what asked for it
     * @param factors what is held
     * @param spaces one a network, {@code k} samples each
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
     * The classes of a dataset's test samples, by which the values of single samples in rows are
     * grouped.
     *
     * @param figure what asked for it
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
     * A few named samples and the nearest neighbours of each, the same ones in several networks.
     *
     * @param figure what asked for it
     * @param factors what is held
     * @param keys what each sample is called; the first of a group is the chosen one, its
     *     neighbours follow from the nearest on
     * @param absolute latents, one a network, whose labels are the groups, a class a chosen sample
     * @param relative the same samples of the same networks made relative
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
