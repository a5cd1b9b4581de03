package relrep.api.model;

import org.osgi.annotation.versioning.ConsumerType;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.run.Run;

import java.util.List;
import java.util.Map;

/**
 * Turns samples into latents. It is a kind of plugin, for networks that were trained elsewhere or
 * need no training, and one half of a {@link Network}.
 *
 * <p>Laws: a row's latents depend on that row, the options and the files of {@link #checksums}
 * alone, up to rounding; it is safe to use from several threads after {@link #prepare}.
 */
@ConsumerType
public interface Encoder {
    /**
     * Returns the width of the latents, <i>d</i>. It may read the model's file to find out, and
     * must not fetch anything.
     *
     * @throws relrep.api.run.InvalidInputException when the model's file is missing or unfit
     */
    int width();

    /** Returns what the samples must consist of. */
    default Content takes() {
        return Content.NUMBERS;
    }

    /**
     * Reads what it needs, or fetches it, before the first call of {@link #encode}.
     *
     * @param places where to look for models, and where to keep what is fetched
     * @param run progress, cancel
     * @throws relrep.api.run.UnavailableException when a model cannot be had; the message says how
     *     to get it
     * @throws relrep.api.run.InvalidInputException when a model's file is unfit
     */
    default void prepare(DataPlaces places, Run run) {}

    /**
     * Returns the latents of samples. Large sets come in blocks of some hundred.
     *
     * @param inputs <i>n</i> samples of the content that it takes; <i>n</i> may be 0
     * @return {@code n × d}
     * @throws relrep.api.run.InvalidInputException when it cannot take samples of this content or
     *     shape
     */
    Matrix encode(Inputs inputs);

    /**
     * Returns the latents of plain vectors.
     *
     * @param vectors {@code n × shape.size()}
     * @return {@code n × d}
     */
    default Matrix encode(Matrix vectors) {
        return encode(Inputs.of(vectors));
    }

    /**
     * Returns sentences for the user about samples that cannot be encoded as they are, for example
     * how many texts are too long and truncated. It computes no latents. It is asked once for a set
     * of samples, after {@link #prepare}.
     */
    default List<String> notes(Inputs inputs) {
        return List.of();
    }

    /**
     * Returns the SHA-256 in hexadecimal, by file name, of the files that decide its latents. Empty
     * where options and code alone decide them. It is asked after {@link #prepare}.
     */
    default Map<String, String> checksums() {
        return Map.of();
    }
}
