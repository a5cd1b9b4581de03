package relrep.report.figure;

import relrep.report.drawing.Drawing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A figure that is drawn.
 *
 * @param name of its files, without ending
 * @param title what it shows, in words
 * @param drawing how it looks
 * @param data the numbers that are drawn, by what follows the name of the file: {@code .csv}
 */
public record Sketch(String name, String title, Drawing drawing, Map<String, byte[]> data) {
    /** Keeps a copy. */
    public Sketch {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
