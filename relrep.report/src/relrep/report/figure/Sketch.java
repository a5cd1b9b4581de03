package relrep.report.figure;

import relrep.report.drawing.Drawing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A finished figure: its drawing and its numbers.
 *
 * @param name the name of its files, without ending
 * @param title a description
 * @param drawing the drawing
 * @param data the drawn numbers, by the ending of their file: {@code .csv}
 */
public record Sketch(String name, String title, Drawing drawing, Map<String, byte[]> data) {
    /** Keeps a copy. */
    public Sketch {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
