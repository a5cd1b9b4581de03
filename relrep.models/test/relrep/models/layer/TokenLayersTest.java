package relrep.models.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;
import relrep.models.memory.FloatBlock;
import relrep.models.memory.Memory;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Tests the layers of text networks: tokens are numbered from 1, and 0 is padding. */
class TokenLayersTest {
    private static float[] outputs(Stack stack, float[] parameters, int rows, float... ids) {
        try (Memory memory = new Memory()) {
            float[] values = ids;
            for (Kernel kernel :
                    stack.kernels(
                            rows,
                            memory.block(parameters),
                            memory.block(0),
                            WorkerContext.alone(memory))) {
                values = kernel.forward(values, rows, BatchContext.LOOK);
            }
            return Arrays.copyOf(values, rows * stack.output().size());
        }
    }

    /** Embeddings 10·i and 10·i + 1; the padding has some as well. */
    private static final float[] TABLE = {900, 901, 10, 11, 20, 21, 30, 31};

    @Test
    void theMeanIsOverTheTokensAlone() {
        Stack stack = new Stack(Volume.flat(4), List.of(new MeanEmbedding(4, 2)));
        assertArrayEquals(
                new float[] {20, 21, 15, 16, 0, 0, 30, 31},
                outputs(stack, TABLE, 4, 1, 2, 3, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0),
                1e-5f);
    }

    @Test
    void theMeanOfASequenceIsTheSame() {
        Stack stack = new Stack(Volume.flat(4), List.of(new TokenEmbedding(4, 2), new TokenMean()));
        assertEquals(Volume.flat(2), stack.output());
        assertArrayEquals(
                new float[] {20, 21, 15, 16, 30, 31},
                outputs(stack, TABLE, 3, 1, 2, 3, 2, 1, 2, 0, 0, 3, 0, 0, 0),
                1e-5f);
    }

    /** Each token only changes its own embedding: the gradient 1, 2 of the mean over three. */
    @Test
    void theGradientGoesToTheTokensThatThereAre() {
        Stack stack = new Stack(Volume.flat(4), List.of(new MeanEmbedding(4, 2)));
        try (Memory memory = new Memory()) {
            FloatBlock gradients = memory.block(new float[] {5, 5, 5, 5, 5, 5, 5, 5});
            List<Kernel> kernels =
                    stack.kernels(
                            1,
                            memory.block(TABLE),
                            gradients,
                            memory.block(0),
                            WorkerContext.alone(memory));
            for (int i = 0; i < 2; i++) {
                float[] ids = {3, 1, 3, 0};
                kernels.get(0).forward(ids, 1, new BatchContext(true, i, 0));
                kernels.get(0).backward(new float[] {3, 6}, 1);
            }
            assertArrayEquals(new float[] {0, 0, 1, 2, 0, 0, 2, 4}, gradients.toArray(), 1e-6f);
        }
    }

    private static Stack transformer(int tokens) {
        return new Stack(
                Volume.flat(tokens),
                List.of(
                        new TokenEmbedding(9, 8),
                        new Residual(new LayerNorm(), new SelfAttention(2, true)),
                        new Residual(new LayerNorm(), new Pointwise(8), new Gelu()),
                        new LayerNorm(),
                        new TokenMean(),
                        new DenseLayer(3)));
    }

    /** With other embeddings of the padding, or with more of it, nothing changes. */
    @Test
    void paddingDoesNotMatterToATransformer() {
        Stack stack = transformer(5);
        float[] parameters = Stack.begin(stack.parameters(), new SplittableRandom(1));
        float[] first = outputs(stack, parameters, 2, 3, 1, 0, 0, 0, 8, 2, 2, 4, 0);
        assertArrayEquals(
                first,
                outputs(transformer(7), parameters, 2, 3, 1, 0, 0, 0, 0, 0, 8, 2, 2, 4, 0, 0, 0),
                1e-6f);
        float[] other = parameters.clone();
        Arrays.fill(other, 0, 8, 50);
        assertArrayEquals(first, outputs(stack, other, 2, 3, 1, 0, 0, 0, 8, 2, 2, 4, 0));
    }

    /** A row's outputs do not depend on the lengths of others. */
    @Test
    void textsOfOtherLengthsDoNotMatter() {
        Stack stack = transformer(4);
        float[] parameters = Stack.begin(stack.parameters(), new SplittableRandom(1));
        float[] together = outputs(stack, parameters, 2, 1, 2, 3, 4, 5, 6, 0, 0);
        float[] alone = outputs(stack, parameters, 1, 5, 6, 0, 0);
        assertArrayEquals(alone, Arrays.copyOfRange(together, 3, 6), 1e-6f);
    }

    @Test
    void whatIsNoTokenIsRefused() {
        Stack stack = new Stack(Volume.flat(2), List.of(new MeanEmbedding(4, 2)));
        for (float id : new float[] {4, -1, 0.5f, Float.NaN}) {
            assertEquals(
                    "a token must be a whole number from 0 to 3, not " + id,
                    assertThrows(InvalidInputException.class, () -> outputs(stack, TABLE, 1, 1, id))
                            .getMessage());
        }
    }
}
