package relrep.formats;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

import relrep.api.file.VectorFormat;
import relrep.api.tck.DynamicChecks;

import java.util.stream.Stream;

/** The contract kit on every format. */
class ContractTest {
    @TestFactory
    Stream<DynamicNode> formatsKeepTheirContract() {
        return Stream.<VectorFormat>of(
                        new Npy(), new Npz(), new Csv(), new WordText(), new Word2vec())
                .map(
                        format ->
                                DynamicContainer.dynamicContainer(
                                        format.getClass().getSimpleName(),
                                        DynamicChecks.of(format)));
    }
}
