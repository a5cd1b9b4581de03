package relrep.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;

import java.util.List;

class EndingTest {
    /** A storage that cannot be removed is reported after the command has finished. */
    @Test
    void whatFailsAfterTheCommandDoesNotWaitForAnotherEnd() {
        Ending ending = new Ending(List.of());
        assertEquals(0, ending.finished(0));
        assertEquals(4, ending.finished(4));
    }

    @Test
    void anErrorIsJson() {
        String sentence = "a \"plugin\" in C:\\plugins ended it";
        JsonObject json = JsonParser.parseString(Launch.json(sentence, 1)).getAsJsonObject();
        assertEquals(sentence, json.get("error").getAsString());
        assertEquals(1, json.get("exit").getAsInt());
    }
}
