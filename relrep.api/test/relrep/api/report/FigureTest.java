package relrep.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import relrep.api.run.InvalidInputException;

import java.util.List;

final class FigureTest {
    private static String refused(String text) {
        return assertThrows(InvalidInputException.class, () -> Figure.parse(text)).getMessage();
    }

    @Test
    void isANameOrHasOptions() {
        assertEquals(Figure.of(Figure.Kind.LATENTS), Figure.parse("latents"));
        Figure figure = Figure.parse(" reconstructions( samples=5, width=2+10 ) ");
        assertEquals(Figure.Kind.RECONSTRUCTIONS, figure.kind());
        assertEquals(5, figure.number("samples", 8));
        assertEquals(List.of(2L, 10L), figure.numbers("width"));
        assertEquals(8, figure.number("most", 8));
        assertEquals("reconstructions(samples=5, width=2+10)", figure.toString());
    }

    @Test
    void listsMayHoldPluginsWithOptions() {
        Figure figure =
                Figure.parse("error-by-width(bridges=rigid+mlp(hidden=4+2, factor=2), metric=mse)");
        assertEquals(List.of("rigid", "mlp(hidden=4+2,factor=2)"), figure.list("bridges"));
        assertEquals("mse", figure.option("metric").orElseThrow());
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertEquals(
                "unknown figure 'latent'; there are reconstructions, latents, relative-spaces,"
                        + " neighbours, silhouettes, death-times, error-by-width, error-by-anchors,"
                        + " metrics-by-bridge, scatter",
                refused("latent"));
        assertEquals(
                "the figure 'scatter' has no option 'z'; it has x, y",
                refused("scatter(x=own:mse, z=1)"));
        assertEquals(
                "'samples' of a figure must be whole numbers joined by +, not 'few'",
                refused("latents(samples=few)"));
        assertEquals(
                "'space' of the figure 'latents' must be absolute or relative, not 'flat'",
                refused("latents(space=flat)"));
        assertEquals(
                "'datasets' of the figure 'death-times' must be apart or together, not 'all'",
                refused("death-times(datasets=all)"));
        assertEquals(
                "the figure 'scatter' needs x and y, each row:metric, such as"
                        + " scatter(x=relative:cosine-index, y=own:accuracy)",
                refused("scatter"));
        assertEquals(
                "the figure 'neighbours' needs words, such as neighbours(words=school+water)",
                refused("neighbours(count=5)"));
        assertEquals(
                "a figure is written name(option=value, option=value), not 'latents(samples=3'",
                refused("latents(samples=3"));
        assertEquals(
                "a figure is written name(option=value, option=value), but 'latents(3)' has '3'",
                refused("latents(3)"));
    }
}
