package relrep.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import relrep.api.file.VectorFile;
import relrep.api.file.VectorFormat;
import relrep.api.file.VectorSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that the options that relrep recommends for a table work on that table. */
class CsvAdviceTest {
    private static final Pattern ADVICE = Pattern.compile("format=csv:(\\S+)");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,v~1,\"[0.1, 0.2]\"~2,\"[0.3, 0.4]\"~3,\"[0.5, 0.6]\"~",
                ",text,v~0,a b,\"[0.1, 0.2]\"~1,c,\"[0.3, 0.4]\"~2,d,\"[0.5, 0.6]\"~",
                "0,\"[0.1, 0.2]\"~1,\"[0.3, 0.4]\"~2,\"[0.5, 0.6]\"~",
                "v~\"[0.1, 0.2]\"~\"[0.3, 0.4]\"~",
                "word,x,y~the,0.5,1.5~of,2.5,3~",
                "the,0.5,1.5~of,2.5,3~",
                ",0,1~the,0.5,1.5~of,2.5,3~",
                ",0,1~0,0.5,1.5~1,2.5,3~2,3.5,1~",
                "0,1~0.5,1.5~2.5,3~",
                "x,y~0.5,1.5~2.5,3~",
                "# x,y~0.5,1.5~2.5,3~",
                "# my data~0.5,1.5~2.5,3~",
                "0,1,label~0.5,1.5,3~2.5,3,4~",
                "0,1,label~0.5,1.5,cat~2.5,3,dog~",
                "id,split,x0,x1~4,train,0.5,1.5~9,test,2.5,3~1,test,0,1~",
                "x0,x1,split~0.5,1.5,train~2.5,3,test~0,1,test~",
                "step,title,x0,x1~0,a,0.5,1.5~5,b,2.5,3~10,c,0,1~",
                "0,0.5,1.5~5,2.5,3~10,0,1~",
                "0,5,1~5,2,3~10,0,1~",
                "0.5,1.5,17~2.5,3.5,4~0.1,1.1,9~",
                "0;1~0,126;-0,132~0,105;-0,536~1,5;2,0~",
                "label~cat~dog~cat~",
                "label~3~0~3~",
                ",0~0,3~1,1~2,2~",
                "id,label~a,4~b,5~",
                "id,label~1,cat~2,dog~"
            })
    void works(String table) throws IOException {
        String text = table.replace('~', '\n');
        Path path = Files.writeString(folder.resolve("x.csv"), text);
        Notes notes = new Notes();
        new Csv().open(VectorSource.of(path), notes).close();
        assertFalse(notes.all().isEmpty(), table);
        for (String note : notes.all()) {
            follow(note, path, text);
        }
    }

    /** Reads a table as a sentence advises, if it does: not refused, and otherwise than before. */
    static void follow(String note, Path path, String text) throws IOException {
        Matcher advice = ADVICE.matcher(note);
        if (!advice.find()) {
            return;
        }
        Files.writeString(path, text);
        String before = read(new Csv(), path);
        String after = read(new Csv().with(options(advice.group(1))), path);
        boolean list = !before.startsWith("VECTORS");
        if (!list) {
            assertNotEquals(before, after, note);
        }
    }

    private static String read(VectorFormat format, Path path) throws IOException {
        try (VectorFile file = format.open(VectorSource.of(path), new Notes())) {
            String all =
                    switch (file.content()) {
                        case VECTORS ->
                                Arrays.toString(file.read(0, file.rows()).vectors().toArray())
                                        + (file.keyed() ? file.keys() : "");
                        case INTEGERS -> Arrays.toString(file.integers());
                        case KEYS -> file.keys().toString();
                    };
            return "%s %d × %d %s".formatted(file.content(), file.rows(), file.width(), all);
        }
    }

    private static Csv.Options options(String written) {
        Csv.Header header = Csv.Header.AUTO;
        String key = CsvRoles.AUTO;
        String label = CsvRoles.AUTO;
        List<String> ignore = List.of();
        Set<String> names = new TreeSet<>();
        for (String option : written.split(",", -1)) {
            String value = option.substring(option.indexOf('=') + 1);
            String name = option.substring(0, option.indexOf('='));
            names.add(name);
            switch (name) {
                case "header" -> header = Csv.Header.valueOf(value.toUpperCase(Locale.ROOT));
                case "key" -> key = value;
                case "label" -> label = value;
                case "ignore" -> ignore = List.of(value.split("\\+"));
                default -> throw new AssertionError(option);
            }
        }
        assertEquals(names.size(), written.split(",", -1).length, written);
        return new Csv.Options(header, key, label, ignore, Csv.Separator.AUTO, Csv.Decimals.AUTO);
    }
}
