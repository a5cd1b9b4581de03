package relrep.runtime.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.CancelledException;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

class EncodingThreadsTest {
    private record Computed(UnaryOperator<Matrix> rule) implements Encoder {
        @Override
        public int width() {
            return 1;
        }

        @Override
        public Matrix encode(Inputs inputs) {
            return rule.apply(inputs.numbers());
        }
    }

    private static List<Inputs> blocks(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> Inputs.of(Matrix.of(1, 1, i)))
                .toList();
    }

    /** The first block waits for the second, so both are encoded at once, where there are two. */
    @Test
    void latentsComeInTheOrderOfTheBlocks() {
        CountDownLatch second = new CountDownLatch(1);
        Encoder encoder =
                new Computed(
                        x -> {
                            if (x.get(0, 0) == 1 || EncodingThreads.together() == 1) {
                                second.countDown();
                            }
                            await(second);
                            return x;
                        });
        try (EncodingThreads threads = new EncodingThreads()) {
            List<Matrix> latents = threads.encode(encoder, blocks(2));
            assertEquals(List.of(0f, 1f), latents.stream().map(m -> m.get(0, 0)).toList());
        }
    }

    @Test
    void aFailureOfABlockIsTheFailureOfAll() {
        IllegalStateException failure = new IllegalStateException("broken");
        Encoder encoder =
                new Computed(
                        x -> {
                            throw failure;
                        });
        try (EncodingThreads threads = new EncodingThreads()) {
            assertSame(
                    failure,
                    assertThrows(
                            IllegalStateException.class, () -> threads.encode(encoder, blocks(3))));
        }
    }

    @Test
    void anInterruptEndsTheWait() {
        CountDownLatch never = new CountDownLatch(1);
        Encoder encoder =
                new Computed(
                        x -> {
                            await(never);
                            return x;
                        });
        try (EncodingThreads threads = new EncodingThreads()) {
            Thread.currentThread().interrupt();
            assertThrows(CancelledException.class, () -> threads.encode(encoder, blocks(2)));
            assertTrue(Thread.interrupted(), "the interrupt stays for the caller");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancelledException("interrupted");
        }
    }
}
