package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.data.Matrix;
import relrep.api.file.VectorBlock;
import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;
import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class CheckedVectorFileTest {
    private static final Matrix TWO = Matrix.of(2, 1, 1, 2);

    /** A format whose only file has two rows and these keys. */
    private record Keyed(List<String> keys) implements VectorFormat {
        @Override
        public boolean recognises(String name, byte[] beginning) {
            return false;
        }

        @Override
        public VectorFile open(VectorSource source, Run run) {
            return new VectorFile() {
                @Override
                public Content content() {
                    return Content.VECTORS;
                }

                @Override
                public long rows() {
                    return 2;
                }

                @Override
                public int width() {
                    return 1;
                }

                @Override
                public boolean keyed() {
                    return true;
                }

                @Override
                public VectorBlock read(long from, long to) {
                    return VectorBlock.of(TWO.rows((int) from, (int) to));
                }

                @Override
                public List<String> keys() {
                    return keys;
                }

                @Override
                public long[] integers() {
                    return new long[0];
                }

                @Override
                public void close() {}
            };
        }
    }

    private static List<String> keys(String... keys) {
        VectorFormat format =
                CheckedPlugin.of(VectorFormat.class, "keyed", new Keyed(Arrays.asList(keys)));
        VectorSource source = VectorSource.of(Path.of("x.keyed"));
        try (VectorFile file = format.open(source, Run.quiet(Seed.of(1)))) {
            return file.keys();
        }
    }

    @Test
    void keysAreTexts() {
        assertEquals(List.of("a", ""), keys("a", ""));
        for (String[] wrong : new String[][] {{"a", null}, {null, null}}) {
            String told =
                    assertThrows(PluginFailureException.class, () -> keys(wrong)).getMessage();
            assertTrue(told.endsWith("keys must return a text for each row, not null"), told);
        }
        assertThrows(PluginFailureException.class, () -> keys("a"));
    }
}
