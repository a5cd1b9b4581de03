package relrep.report.figure;

import org.osgi.service.component.annotations.Component;

import relrep.api.plugin.Plugin;
import relrep.api.report.Report;
import relrep.api.report.Reporter;
import relrep.report.drawing.Png;
import relrep.report.drawing.Svg;

import java.awt.AWTError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the folder {@code figures/}: each figure as SVG and PNG, and its numbers as CSV or {@code
 * .npy}. With a JDK without graphics there is no PNG, and the SVG has grey boxes for pictures;
 * {@code no-png.txt} says so.
 */
@Component
@Plugin(name = "figures", description = "writes figures/: SVG, PNG, and the numbers that are drawn")
public final class Figures implements Reporter {
    private static final int SCALE = 2;
    private static final int LARGEST = 300_000;

    @Override
    public void write(Report report, Path folder) throws IOException {
        List<Sketch> sketches = Sketches.of(report);
        if (sketches.isEmpty()) {
            return;
        }
        Path place = Files.createDirectories(folder.resolve("figures"));
        String trouble = "";
        for (Sketch sketch : sketches) {
            Files.writeString(
                    place.resolve(sketch.name() + ".svg"),
                    Svg.of(sketch.drawing(), sketch.title()));
            for (Map.Entry<String, byte[]> file : sketch.data().entrySet()) {
                Files.write(place.resolve(sketch.name() + file.getKey()), file.getValue());
            }
            if (trouble.isEmpty()) {
                trouble = png(sketch, place.resolve(sketch.name() + ".png"));
            }
        }
        if (!trouble.isEmpty()) {
            Files.writeString(place.resolve("no-png.txt"), trouble + "\n");
        }
    }

    /** Writes a PNG. Returns why this JDK's graphics failed; empty if they did not. */
    private static String png(Sketch sketch, Path file) throws IOException {
        try {
            byte[] sharp = Png.of(sketch.drawing(), SCALE);
            Files.write(file, sharp.length <= LARGEST ? sharp : Png.of(sketch.drawing(), 1));
            return "";
        } catch (LinkageError | AWTError lacking) {
            return "pictures as PNG need the graphics of the JDK (package java.awt), which are"
                    + " not to be had here: "
                    + lacking
                    + "; the SVG files show the same, with grey boxes for pictures";
        }
    }
}
