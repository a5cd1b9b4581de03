package relrep.api.tck;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import relrep.api.tck.FakeFormat.Fault;

import java.util.stream.Stream;

class VectorFormatChecksTest {
    @TestFactory
    Stream<DynamicTest> laws() {
        return new CounterExamples()
                .sound("fake", FakeFormat.with())
                .broken(
                        "recognises nothing in an empty file of another name",
                        FakeFormat.with(Fault.TAKES_ALL))
                .broken(
                        "recognises and reads what it wrote, to the last bit",
                        FakeFormat.with(Fault.LOSES_A_BIT))
                .broken(
                        "returns the same rows however they are cut into blocks",
                        FakeFormat.with(Fault.DEPENDS_ON_BLOCKS))
                .broken(
                        "leaves no file where the writing was not finished",
                        FakeFormat.with(Fault.WRITES_AT_ONCE))
                .broken(
                        "refuses rows that were not announced",
                        FakeFormat.with(Fault.TAKES_ANY_NUMBER))
                .broken(
                        "reads a file cut off anywhere as refused, in one sentence",
                        FakeFormat.with(Fault.BELIEVES_HEADERS))
                .broken(
                        "reads or refuses a file with bytes changed at random",
                        FakeFormat.with(Fault.CRASHES_ON_LARGE))
                .tests();
    }
}
