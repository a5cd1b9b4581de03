package relrep.report.drawing;

import java.util.List;
import java.util.Locale;

/**
 * A colour.
 *
 * @param rgb 8 bits per channel
 */
public record Ink(int rgb) {
    /** For text and axes. */
    public static final Ink BLACK = new Ink(0x000000);

    /** For minor text. */
    public static final Ink GREY = new Ink(0x666666);

    /** For lines in the background. */
    public static final Ink PALE = new Ink(0xDDDDDD);

    /** For controls. */
    public static final Ink MIDDLE = new Ink(0x999999);

    /** The colour of the paper. */
    public static final Ink WHITE = new Ink(0xFFFFFF);

    /** For marks that must stand out. */
    public static final Ink VERMILLION = new Ink(0xD55E00);

    /** The first of {@link #DISTINCT}. */
    public static final Ink BLUE = new Ink(0x0072B2);

    /**
     * Eight colours that people with any kind of colour vision can distinguish (Okabe and Ito,
     * Color Universal Design, 2008). Their yellow is replaced by a grey, which is visible on white.
     */
    public static final List<Ink> DISTINCT =
            List.of(
                    BLUE,
                    new Ink(0xE69F00),
                    new Ink(0x009E73),
                    VERMILLION,
                    new Ink(0x56B4E9),
                    new Ink(0xCC79A7),
                    BLACK,
                    MIDDLE);

    /** Ten of the 256 colours of viridis, van der Walt and Smith, 2015, evenly spaced. */
    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
        0xFDE725
    };

    /** Returns the colour of a series or class; after the eighth, the colours repeat. */
    public static Ink of(int number) {
        return DISTINCT.get(Math.floorMod(number, DISTINCT.size()));
    }

    /** Returns the colour of a value from 0 to 1, light for large ones. */
    public static Ink scale(double value) {
        double at = Math.max(0, Math.min(1, value)) * (VIRIDIS.length - 1);
        int low = Math.min((int) at, VIRIDIS.length - 2);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = VIRIDIS[low] >> shift & 0xFF;
            int b = VIRIDIS[low + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(a + (b - a) * (at - low)) << shift;
        }
        return new Ink(rgb);
    }

    /** Returns {@code #0072b2}. */
    String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
