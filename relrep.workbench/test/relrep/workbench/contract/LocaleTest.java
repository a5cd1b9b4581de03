package relrep.workbench.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Locale;

class LocaleTest {
    @Test
    void aPluginThatSetsTheLocaleDoesNotSetThatOfRelrep() {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        int rows =
                CheckedPlugin.call(
                        "arabic",
                        "compare",
                        () -> {
                            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                            return 12;
                        });
        try {
            assertEquals("12", "%d".formatted(rows));
        } finally {
            Locale.setDefault(before);
        }
    }
}
