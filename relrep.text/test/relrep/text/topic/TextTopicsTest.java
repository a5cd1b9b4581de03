package relrep.text.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import relrep.api.run.Run;
import relrep.api.run.Seed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class TextTopicsTest {
    private static final String[] SEA = words("sea");
    private static final String[] HILL = words("hill");

    private static String[] words(String start) {
        String[] words = new String[120];
        for (int i = 0; i < words.length; i++) {
            words[i] = start + (char) ('a' + i / 20) + (char) ('a' + i % 20);
        }
        return words;
    }

    /** Two of three texts are of the sea; words of a topic occur together, in random choices. */
    private static List<String> texts(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String[] words = i % 3 == 2 ? HILL : SEA;
            StringBuilder text = new StringBuilder("The");
            for (int j = 0; j < 8; j++) {
                text.append(' ').append(words[random.nextInt(words.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @Test
    void findsWhatWordsTellApartAndPutsTheLargerFirst() {
        List<String> texts = texts(1200, 1);
        TextTopics topics = TextTopics.of(texts, 2, Run.quiet(Seed.of(1)));
        List<Integer> found = topics.of(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(i % 3 == 2 ? 1 : 0, found.get(i), texts.get(i));
        }
        assertTrue(topics.names().get(0).startsWith("0-sea"), topics.names()::toString);
        assertTrue(topics.names().get(1).startsWith("1-hill"), topics.names()::toString);
        assertEquals(List.of(1, 0), topics.of(List.of(HILL[3] + " " + HILL[4], "unknown")));
    }

    @Test
    void dependsOnTheTextsAlone() {
        List<String> texts = texts(1200, 1);
        List<String> names = TextTopics.of(texts, 4, Run.quiet(Seed.of(1))).names();
        assertEquals(names, TextTopics.of(texts, 4, Run.quiet(Seed.of(2))).names());
        assertNotEquals(names, TextTopics.of(texts(1200, 9), 4, Run.quiet(Seed.of(1))).names());
    }
}
