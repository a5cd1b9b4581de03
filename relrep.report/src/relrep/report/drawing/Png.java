package relrep.report.drawing;

import relrep.report.drawing.Mark.Align;
import relrep.report.drawing.Mark.Point;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Renders a drawing to pixels in memory with the JDK's rasteriser. It needs no screen and no fonts;
 * {@link Letters} draws the text.
 */
public final class Png {
    private static final double EM = 1000;
    private static final float HALO = 3;

    private final Graphics2D graphics;

    private Png(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * Returns the content of the file.
     *
     * @param scale pixels per point
     * @throws Error when this JDK has no graphics at all
     */
    public static byte[] of(Drawing drawing, int scale) {
        int width = (int) (drawing.width() * scale);
        int height = (int) (drawing.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            Png png = new Png(graphics);
            png.fill(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()), Ink.WHITE);
            drawing.marks().forEach(png::mark);
        } finally {
            graphics.dispose();
        }
        int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        return PngFile.of(new Pixels(width, height, rgb));
    }

    private void mark(Mark mark) {
        if (mark instanceof Mark.Box box) {
            fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()), box.ink());
        } else if (mark instanceof Mark.Line line) {
            line(line);
        } else if (mark instanceof Mark.Area area) {
            Path2D path = path(area.points());
            path.closePath();
            fill(path, area.ink());
        } else if (mark instanceof Mark.Dots dots) {
            dots(dots);
        } else if (mark instanceof Mark.Text text) {
            text(text);
        } else if (mark instanceof Mark.Picture picture) {
            picture(picture);
        }
    }

    private void fill(java.awt.Shape shape, Ink ink) {
        graphics.setColor(new Color(ink.rgb()));
        graphics.fill(shape);
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        for (Point point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(point.x(), point.y());
            } else {
                path.lineTo(point.x(), point.y());
            }
        }
        return path;
    }

    private void line(Mark.Line line) {
        graphics.setColor(new Color(line.ink().rgb()));
        float[] dashes = line.dashed() ? new float[] {5, 3} : null;
        graphics.setStroke(
                new BasicStroke(
                        (float) line.width(),
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_ROUND,
                        10,
                        dashes,
                        0));
        graphics.draw(path(line.points()));
    }

    private void dots(Mark.Dots dots) {
        graphics.setComposite(
                AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) dots.opacity()));
        double r = dots.radius();
        for (Point point : dots.points()) {
            fill(
                    dots.shape() == 0
                            ? new Ellipse2D.Double(point.x() - r, point.y() - r, 2 * r, 2 * r)
                            : triangle(point, r),
                    dots.ink());
        }
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    private static Path2D triangle(Point point, double r) {
        Path2D path =
                path(
                        List.of(
                                new Point(point.x() - r, point.y() + r),
                                new Point(point.x() + r, point.y() + r),
                                new Point(point.x(), point.y() - r)));
        path.closePath();
        return path;
    }

    private void text(Mark.Text text) {
        double width = Letters.width(text.text(), text.size());
        double back =
                text.align() == Align.START ? 0 : text.align() == Align.END ? width : width / 2;
        AffineTransform place = AffineTransform.getTranslateInstance(text.x(), text.y());
        if (!text.upright()) {
            place.rotate(-Math.PI / 2);
        }
        place.translate(-back, 0);
        place.scale(text.size() / EM, text.size() / EM);
        Path2D outline = new Path2D.Double();
        double at = 0;
        for (int codePoint : text.text().codePoints().toArray()) {
            Letters.Letter letter = Letters.of(codePoint);
            append(outline, letter.outline(), at);
            at += letter.advance();
        }
        outline.transform(place);
        if (text.halo()) {
            graphics.setColor(Color.WHITE);
            graphics.setStroke(
                    new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(outline);
        }
        fill(outline, text.ink());
    }

    private static void append(Path2D path, String outline, double x) {
        if (outline.isEmpty()) {
            return;
        }
        String[] words = outline.split(" ", -1);
        for (int i = 0; i < words.length; ) {
            char command = words[i++].charAt(0);
            int count = "ML".indexOf(command) >= 0 ? 2 : command == 'Q' ? 4 : 0;
            double[] at = new double[count];
            for (int k = 0; k < count; k++) {
                at[k] = Integer.parseInt(words[i++]) + (k % 2 == 0 ? x : 0);
            }
            switch (command) {
                case 'M' -> path.moveTo(at[0], at[1]);
                case 'L' -> path.lineTo(at[0], at[1]);
                case 'Q' -> path.quadTo(at[0], at[1], at[2], at[3]);
                default -> path.closePath();
            }
        }
    }

    /**
     * Draws a picture. Its pixels are squares without smoothing, so that neighbours do not blend.
     */
    private void picture(Mark.Picture picture) {
        Pixels pixels = picture.pixels();
        BufferedImage image =
                new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.rgb(), 0, pixels.width());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform place = AffineTransform.getTranslateInstance(picture.x(), picture.y());
        place.scale(picture.width() / pixels.width(), picture.height() / pixels.height());
        graphics.drawRenderedImage(image, place);
    }
}
