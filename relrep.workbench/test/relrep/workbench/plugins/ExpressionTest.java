package relrep.workbench.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import relrep.api.run.InvalidInputException;

import java.util.List;
import java.util.Map;

class ExpressionTest {
    private static final String FORM =
            "; a plugin is written name(option=value, option=value)"
                    + " or name:option=value,option=value";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rigid|rigid",
                " rigid |rigid",
                "rigid()|rigid",
                "mlp(factor=2)|mlp(factor=2)",
                "mlp( factor = 2,epochs=20 )|mlp(factor=2, epochs=20)",
                "mlp:factor=2,epochs=20|mlp(factor=2, epochs=20)",
                "mnist:labels=1+7|mnist(labels=1+7)",
                "mnist(labels=)|mnist(labels=)",
                "denoising(inner=conv(epochs=3, dropout=0.1), noise=0.2)"
                        + "|denoising(inner=conv(epochs=3, dropout=0.1), noise=0.2)",
                "denoising:inner=conv(epochs=3,dropout=0.1),noise=0.2"
                        + "|denoising(inner=conv(epochs=3,dropout=0.1), noise=0.2)",
                "npy(file=a=b)|npy(file=a=b)",
            })
    void bothWaysOfWritingAreReadAndPrintedAsInFiles(String text, String printed) {
        Expression read = Expression.parse(text);
        assertEquals(printed, read.toString());
        assertEquals(read, Expression.parse(read.toString()));
    }

    @Test
    void optionsKeepTheirOrder() {
        assertEquals(
                List.of("z", "a", "m"),
                List.copyOf(Expression.parse("x(z=1, a=2, m=3)").options().keySet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rigid|rigid",
                "mlp(factor=2, epochs=20)|mlp:factor=2,epochs=20",
                "mnist(labels=1+7)|mnist:labels=1+7",
                "denoising(inner=conv(epochs=3))|'denoising:inner=conv(epochs=3)'",
            })
    void theFormForShellsIsTheSameExpression(String text, String pasteable) {
        Expression read = Expression.parse(text);
        assertEquals(pasteable, read.pasteable());
        assertEquals(read, Expression.parse(read.pasteable().replace("'", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mlp(factor=2|has a bracket that does not close",
                "mlp(factor=2)x|must end where its bracket closes",
                "mlp(factor=2))|must end where its bracket closes",
                "mlp:factor=conv(2|has a bracket that does not close",
                "mlp:factor=2)|closes a bracket that is not open",
                "mlp(2)|has '2' where option=value must stand",
                "mlp(factor=2,)|has '' where option=value must stand",
                "mlp(k=1, k=2)|gives 'k' twice",
                "(k=1)|must begin with a name of letters, digits and hyphens",
                "m l p|must begin with a name of letters, digits and hyphens",
            })
    void whatIsNoExpressionIsRefusedWithTheForm(String text, String why) {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> Expression.parse(text));
        assertEquals("'" + text + "' " + why + FORM, refused.getMessage());
    }

    @Test
    void aValueIsACopy() {
        Map<String, String> options = new java.util.HashMap<>(Map.of("k", "1"));
        Expression made = new Expression("jaccard", options);
        options.put("k", "2");
        assertEquals(Map.of("k", "1"), made.options());
    }
}
