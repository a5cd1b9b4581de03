package relrep.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The scale of an axis.
 *
 * @param low the value at its beginning
 * @param high the value at its end, larger than {@code low}
 * @param logarithmic whether the scale is logarithmic; then both values are positive
 */
record Scale(double low, double high, boolean logarithmic) {
    /** The ratio of values above which a scale of errors is logarithmic. */
    private static final double WIDE = 30;

    /** Returns a scale that ends at round numbers around these values. */
    static Scale around(double least, double most) {
        if (!(most > least)) {
            double room = least == 0 ? 1 : Math.abs(least) * 0.1;
            return around(least - room, least + room);
        }
        double step = step(least, most, 5);
        return new Scale(
                Math.floor(least / step + 1e-9) * step,
                Math.ceil(most / step - 1e-9) * step,
                false);
    }

    /** Returns a scale from 0, or a logarithmic one for positive values with a large ratio. */
    static Scale ofErrors(double least, double most) {
        if (least > 0 && most / least > WIDE) {
            return new Scale(least / 1.3, most * 1.3, true);
        }
        return around(Math.min(0, least), Math.max(0, most));
    }

    private static double step(double least, double most, int count) {
        double raw = (most - least) / count;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= raw * 0.999) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Returns the position of a value, 0 at the beginning and 1 at the end. */
    double at(double value) {
        return logarithmic
                ? Math.log(value / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    /** Returns round values on it. */
    List<Double> ticks() {
        List<Double> all = new ArrayList<>();
        if (logarithmic) {
            boolean few = high / low < 200;
            for (int power = (int) Math.floor(Math.log10(low)); power <= 12; power++) {
                for (double factor : few ? new double[] {1, 2, 5} : new double[] {1}) {
                    double tick = factor * Math.pow(10, power);
                    if (tick >= low && tick <= high) {
                        all.add(tick);
                    }
                }
            }
            return all;
        }
        double step = step(low, high, 5);
        for (long i = Math.round(Math.ceil(low / step - 1e-9));
                i * step <= high + 1e-9 * step;
                i++) {
            all.add(i * step);
        }
        return all;
    }

    /** Returns a tick as it is printed. */
    String label(double tick) {
        if (tick == 0) {
            return "0";
        }
        double finest = logarithmic ? Math.abs(tick) : step(low, high, 5);
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(finest) + 1e-9));
        if (!logarithmic && Math.abs(finest * Math.pow(10, decimals) % 1) > 1e-6) {
            decimals++;
        }
        String text = String.format(Locale.ROOT, "%." + Math.min(6, decimals) + "f", tick);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
