package relrep.report.figure;

import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;
import relrep.report.drawing.Letters;
import relrep.report.drawing.Mark.Align;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two lines of text above a figure, and the name of its file. */
final class Heading {
    /** The height of the two lines. */
    static final double HEIGHT = 46;

    /** The greatest width to which a sheet is widened for its heading; longer text is cut. */
    private static final double WIDEST = 900;

    private Heading() {}

    static void draw(Drawing drawing, String title, String below) {
        double longest =
                Math.max(Letters.width(title, Frame.TITLE), Letters.width(below, Frame.TICK));
        drawing.widen(Math.min(WIDEST, longest + 21));
        double room = drawing.width() - 20;
        drawing.text(10, 20, Letters.fit(title, Frame.TITLE, room), Frame.TITLE, Align.START);
        drawing.text(
                10, 37, Letters.fit(below, Frame.TICK, room), Frame.TICK, Align.START, Ink.GREY);
    }

    /** Returns {@code mnist, width 10, random(count=50)}. */
    static String words(Map<String, String> factors) {
        List<String> words = new ArrayList<>();
        Map<String, String> rest = new LinkedHashMap<>(factors);
        String dataset = rest.remove("dataset");
        String selector = rest.remove("selector");
        if (dataset != null) {
            words.add(dataset);
        }
        rest.forEach((name, value) -> words.add(name.replace('_', ' ') + " " + value));
        if (selector != null) {
            words.add("anchors " + selector);
        }
        return String.join(", ", words);
    }

    /** Returns a name for files: {@code latents-mnist-width-10}. */
    static String file(String kind, Map<String, String> factors) {
        return (kind + " " + words(factors))
                .replaceAll("[^A-Za-z0-9.]+", "-")
                .replaceAll("^-|-$", "");
    }
}
