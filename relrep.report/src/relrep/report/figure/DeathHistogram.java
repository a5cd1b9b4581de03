package relrep.report.figure;

import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.report.Exhibit;
import relrep.api.run.Run;
import relrep.api.run.Seed;
import relrep.kernels.linear.MatrixRows;
import relrep.kernels.tile.SpanningTree;
import relrep.report.drawing.Drawing;
import relrep.report.drawing.Ink;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws histograms of the death times of components, the edge lengths of the minimum spanning tree.
 * All panels have the same bins and scales.
 */
final class DeathHistogram {
    private static final int BINS = 30;
    private static final double WIDTH = 250;
    private static final double HEIGHT = 190;
    private static final double GAP = 26;
    private static final double LEFT = 70;

    private DeathHistogram() {}

    static Sketch of(Exhibit.Spaces exhibit) {
        List<Space> spaces = exhibit.spaces();
        List<double[]> deaths = spaces.stream().map(s -> deaths(s.latents())).toList();
        double most = deaths.stream().flatMapToDouble(Arrays::stream).max().orElse(1);
        Scale x = Scale.around(0, most);
        int[][] counts = new int[spaces.size()][BINS];
        int highest = 1;
        for (int p = 0; p < counts.length; p++) {
            for (double death : deaths.get(p)) {
                int bin = Math.min(BINS - 1, (int) (x.at(death) * BINS));
                highest = Math.max(highest, ++counts[p][bin]);
            }
        }
        Scale y = Scale.around(0, highest);
        int columns = spaces.size() == 4 ? 2 : Math.min(3, spaces.size());
        int lines = (spaces.size() + columns - 1) / columns;
        Drawing drawing =
                new Drawing(
                        LEFT + columns * (WIDTH + GAP), Heading.HEIGHT + lines * (HEIGHT + 66) + 4);
        Heading.draw(
                drawing,
                "Death times",
                Heading.words(exhibit.factors())
                        + "; %d samples a space; line: mean".formatted(spaces.get(0).size()));
        for (int p = 0; p < spaces.size(); p++) {
            Frame frame =
                    new Frame(
                            drawing,
                            LEFT + p % columns * (WIDTH + GAP),
                            Heading.HEIGHT + Math.floorDiv(p, columns) * (HEIGHT + 66) + 22,
                            WIDTH,
                            HEIGHT,
                            x,
                            y);
            frame.yAxis("components", p % columns == 0);
            frame.xAxis("death time");
            frame.title(spaces.get(p).name());
            bars(frame, counts[p]);
            double mean = frame.x(Arrays.stream(deaths.get(p)).average().orElse(0));
            drawing.dashes(mean, frame.top(), mean, frame.bottom(), Ink.VERMILLION, 1.6);
        }
        return new Sketch(
                Heading.file("death-times", exhibit.factors()),
                "Death times: " + Heading.words(exhibit.factors()),
                drawing,
                data(spaces, deaths));
    }

    private static double[] deaths(Matrix latents) {
        if (latents.rows() < 2) {
            return new double[0];
        }
        double[] edges = SpanningTree.edges(MatrixRows.of(latents), Run.quiet(Seed.of(0)));
        Arrays.sort(edges);
        return edges;
    }

    private static void bars(Frame frame, int[] counts) {
        double step = frame.width() / BINS;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                double top = frame.y(counts[bin]);
                frame.drawing()
                        .box(
                                frame.left() + bin * step + 0.4,
                                top,
                                step - 0.8,
                                frame.bottom() - top,
                                Ink.BLUE);
            }
        }
    }

    private static Map<String, byte[]> data(List<Space> spaces, List<double[]> deaths) {
        FigureNumbers table = new FigureNumbers("panel", "death_time");
        for (int p = 0; p < spaces.size(); p++) {
            for (double death : deaths.get(p)) {
                table.line(spaces.get(p).name(), (float) death);
            }
        }
        Map<String, byte[]> data = new LinkedHashMap<>();
        data.put(".csv", table.csv());
        return data;
    }
}
