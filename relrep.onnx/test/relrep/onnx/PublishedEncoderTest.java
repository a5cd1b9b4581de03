package relrep.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.api.run.UnavailableException;
import relrep.api.tck.Setting;

import java.util.Collections;
import java.util.List;

/**
 * Encodes by the published models, where they are here already. The expected values are those of
 * ONNX Runtime 1.30.0 and tokenizers 0.23.2 in Python, one text at a time.
 */
@Tag("slow")
final class PublishedEncoderTest {
    /** Another processor has other kernels, which round differently. */
    private static final double ROUNDING = 2e-4;

    private static final List<String> ENGLISH =
            List.of(
                    "The cat sits on the mat.",
                    "A kitten lies on the rug.",
                    "The court decided the case in March.");
    private static final List<String> CHINESE = List.of("猫坐在垫子上。", "小猫躺在地毯上。", "法院三月份作出了判决。");

    private static Encoder prepared(Encoder encoder) {
        DataPlaces places =
                new DataPlaces(
                        Setting.standard().places().folders(),
                        NativesFolder.places().cache(),
                        false);
        try {
            encoder.prepare(places, Run.quiet(Seed.of(1)));
        } catch (UnavailableException absent) {
            Assumptions.abort(absent.getMessage());
        }
        return encoder;
    }

    private static void requireCosines(Encoder encoder, List<String> texts, double... cosines) {
        Matrix latents = prepared(encoder).encode(Inputs.of(texts));
        assertEquals(encoder.width(), latents.cols());
        assertEquals(1, cosine(latents, 0, 0), ROUNDING);
        assertEquals(cosines[0], cosine(latents, 0, 1), ROUNDING);
        assertEquals(cosines[1], cosine(latents, 0, 2), ROUNDING);
        assertEquals(cosines[2], cosine(latents, 1, 2), ROUNDING);
    }

    private static double cosine(Matrix latents, int i, int j) {
        double sum = 0;
        for (int k = 0; k < latents.cols(); k++) {
            sum += (double) latents.get(i, k) * latents.get(j, k);
        }
        return sum;
    }

    @Test
    void minilmGivesThePublishedVectors() {
        requireCosines(new Minilm(), ENGLISH, 0.55286, 0.02598, 0.01826);
        Matrix latents = prepared(new Minilm()).encode(Inputs.of(ENGLISH));
        assertEquals(0.134177, latents.get(0, 0), ROUNDING);
        assertEquals(-0.032900, latents.get(0, 1), ROUNDING);
        assertEquals(-0.024804, latents.get(0, 2), ROUNDING);
    }

    @Test
    void bgeForEnglishGivesThePublishedVectors() {
        requireCosines(new BgeSmallEn(), ENGLISH, 0.68612, 0.42787, 0.39451);
    }

    @Test
    void e5GivesThePublishedVectors() {
        requireCosines(new E5Small(), ENGLISH, 0.86267, 0.67632, 0.65436);
    }

    @Test
    void bgeForChineseGivesThePublishedVectors() {
        requireCosines(new BgeSmallZh(), CHINESE, 0.76357, 0.34571, 0.26726);
    }

    @Test
    void aTextIsTheSameInAnyBatch() {
        Encoder encoder = prepared(new Minilm());
        String longText = String.join(" ", Collections.nCopies(40, ENGLISH.get(2)));
        Matrix together =
                encoder.encode(
                        Inputs.of(List.of(ENGLISH.get(0), longText, "", ENGLISH.get(1), "Yes.")));
        Matrix alone = encoder.encode(Inputs.of(List.of(ENGLISH.get(0))));
        assertTrue(largestDifference(alone, together) < 1e-6);
        assertEquals(
                List.of(
                        "1 of 2 texts have more than the 256 tokens that the encoder takes; they"
                                + " are truncated",
                        "1 of 2 texts are empty; they are encoded like any other"),
                encoder.notes(Inputs.of(List.of("", longText))));
    }

    private static double largestDifference(Matrix a, Matrix b) {
        double largest = 0;
        for (int k = 0; k < a.cols(); k++) {
            largest = Math.max(largest, Math.abs(a.get(0, k) - b.get(0, k)));
        }
        return largest;
    }

    @Test
    void theRoleOfATextChangesItsVector() {
        Matrix query = prepared(new E5Small()).encode(Inputs.of(ENGLISH));
        Encoder passages = new E5Small().with(new E5Small.Options(E5Small.Role.PASSAGE, 1));
        Matrix passage = prepared(passages).encode(Inputs.of(ENGLISH));
        assertTrue(largestDifference(query, passage) > 1e-3);
    }
}
