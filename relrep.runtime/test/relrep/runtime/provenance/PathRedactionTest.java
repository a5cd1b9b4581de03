package relrep.runtime.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class PathRedactionTest {
    private static final Path HOME = Path.of("/home/ada");
    private static final Path HERE = Path.of("/home/ada/relrep");

    private static String of(String word) {
        return PathRedaction.word(word, HERE, HOME);
    }

    @Test
    void pathsBecomeRelative() {
        assertEquals("runs/mine", of("/home/ada/relrep/runs/mine"));
        assertEquals(".", of("/home/ada/relrep"));
        assertEquals("~/data", of("/home/ada/data"));
        assertEquals("~", of("/home/ada/"));
        assertEquals("mine.yaml", of("/srv/shared/mine.yaml"));
        assertEquals("--out=runs/mine", of("--out=/home/ada/relrep/runs/mine"));
        assertEquals("--data=data", of("--data=/srv/shared/data"));
        assertEquals("data=data", of("data=/srv/shared/data"));
        assertEquals("data=csv(file=~/x.csv)", of("data=csv(file=/home/ada/x.csv)"));
        assertEquals("adam", of("/home/adam"));
    }

    @Test
    void otherWordsStay() {
        for (String word :
                new String[] {
                    "run",
                    "demo",
                    "mine.yaml",
                    "../mine.yaml",
                    "--set",
                    "size=small",
                    "seeds=[1, 2]",
                    "/",
                    "",
                    "--seed=3"
                }) {
            assertEquals(word, of(word));
        }
    }
}
