package relrep.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.run.InvalidInputException;

import java.util.Optional;

class AssociationTest {
    @Test
    void readsTwoColumnsAndABound() {
        Association read =
                Association.parse("relative[width=4]:cosine-index ~ own:accuracy >= 0.3");
        assertEquals("relative", read.x().row());
        assertEquals("width", read.x().factors().get(0).column());
        assertEquals("own", read.y().row());
        assertEquals(Optional.of("accuracy"), read.y().metric());
        assertEquals(Comparison.AT_LEAST, read.comparison());
        assertEquals(0.3, read.bound());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a > 0|it is not 'term ~ term > bound'",
                "a ~ b|it is not 'term ~ term > bound'",
                "a ~ b > much|'much' is no number",
                "a ~ b > 1|a correlation lies between -1 and 1, and so must the bound",
            })
    void refusesWhatIsNone(String text, String why) {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> Association.parse(text));
        assertEquals(
                "a correlation is written such as 'relative:cosine-index ~ own:accuracy > 0', not '"
                        + text
                        + "': "
                        + why,
                refused.getMessage());
    }
}
