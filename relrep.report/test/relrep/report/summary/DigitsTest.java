package relrep.report.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class DigitsTest {
    @Test
    void printsFourSignificantDigits() {
        assertEquals("0.7041", Digits.of(0.70409));
        assertEquals("97.79", Digits.of(97.789));
        assertEquals("1235", Digits.of(1234.6));
        assertEquals("0.02350", Digits.of(0.0235));
        assertEquals("0.000123", Digits.of(0.0001234));
        assertEquals("1.23e-05", Digits.of(0.00001234));
        assertEquals("0.000", Digits.of(0));
        assertEquals("0.000", Digits.of(-0.0));
        assertEquals("-0.5000", Digits.of(-0.5));
        assertEquals("–", Digits.of(Double.NaN));
        assertEquals("–", Digits.of(Double.POSITIVE_INFINITY));
    }

    @Test
    void printsMeanAndSpreadToTheSameDecimals() {
        assertEquals("0.7041 ± 0.0786", Digits.withSpread(0.70409, 0.07859));
        assertEquals("97.79 ± 2.48", Digits.withSpread(97.789, 2.4801));
        assertEquals("0.9172 ± 0.0000", Digits.withSpread(0.9172, 6.28e-16));
        assertEquals("0.7041", Digits.withSpread(0.70409, Double.NaN));
        assertEquals("–", Digits.withSpread(Double.NaN, Double.NaN));
    }

    @Test
    void printsRatiosShorter() {
        assertEquals("1.39", Digits.ratio(1.3921));
        assertEquals("14.3", Digits.ratio(14.26));
        assertEquals("148", Digits.ratio(148.2));
        assertEquals("0.705", Digits.ratio(0.7051));
    }

    @Test
    void takesTheStandardDeviationWithOneLess() {
        Moments moments = Moments.of(List.of(1.0, 2.0, 3.0, 4.0));
        assertEquals(4, moments.n());
        assertEquals(2.5, moments.mean());
        assertEquals(Math.sqrt(5 / 3.0), moments.std(), 1e-15);
        assertEquals("2.500 ± 1.291", moments.text());
        assertEquals("7.000", Moments.of(List.of(7.0)).text());
        assertEquals("–", Moments.of(List.of()).text());
    }
}
