package relrep.formats;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import relrep.api.file.VectorFormat;
import relrep.api.tck.DynamicChecks;

import java.util.stream.Stream;

/** Runs the contract kit on every format. */
@Tag("slow")
class ContractTest {
    @TestFactory
    Stream<DynamicTest> formatsKeepTheirContract() {
        return Stream.<VectorFormat>of(
                        new Npy(), new Npz(), new Csv(), new WordText(), new Word2vec())
                .flatMap(DynamicChecks::of);
    }
}
