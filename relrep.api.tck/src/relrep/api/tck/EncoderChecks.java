package relrep.api.tck;

import relrep.api.data.Content;
import relrep.api.data.DataPlaces;
import relrep.api.data.Inputs;
import relrep.api.data.Matrix;
import relrep.api.model.Encoder;
import relrep.api.run.InvalidInputException;
import relrep.api.run.UnavailableException;

import java.util.List;

/** The laws of {@link Encoder} as a plugin; skipped if its model is missing. */
final class EncoderChecks {
    /** The largest change by another batch size, relative to the largest value. */
    private static final double ROUNDING = 1e-4;

    private static final int ROWS = 9;

    private final Encoder encoder;
    private final DataPlaces places;

    private EncoderChecks(Encoder encoder, DataPlaces places) {
        this.encoder = encoder;
        this.places = places;
    }

    static void add(Encoder encoder, DataPlaces places, Checks checks) {
        EncoderChecks laws = new EncoderChecks(encoder, places);
        checks.add("gives finite latents of its width", laws::shapes);
        checks.add("encodes the same bytes again", laws::repeats);
        checks.add("encodes each row on its own", laws::rowsApart);
        checks.add("tells samples apart", laws::apart);
        checks.add("encodes from several threads", laws::threads);
        checks.add("leaves the samples as they are", laws::leavesInputs);
        checks.add("refuses samples of another content", laws::refusesOthers);
        checks.add("says the same of the same samples, in sentences", laws::notes);
        checks.add("gives checksums that are SHA-256", laws::checksums);
    }

    private void prepare(Trial t) {
        try {
            encoder.prepare(places, t.run());
        } catch (UnavailableException | InvalidInputException missing) {
            t.require(
                    missing.getMessage() != null && missing.getMessage().contains(" "),
                    "it must say in a sentence what is missing, not '%s'",
                    missing.getMessage());
            throw new SkippedException(missing.getMessage());
        }
    }

    private Inputs samples(Trial t, String what, int n) {
        return Training.samples(t, encoder.takes(), what, n).content();
    }

    /** Returns latents; an encoder that takes samples of one shape only may refuse those here. */
    private Matrix encode(Trial t, Inputs inputs) {
        prepare(t);
        try {
            return encoder.encode(inputs);
        } catch (InvalidInputException refused) {
            t.require(
                    refused.getMessage() != null && refused.getMessage().contains(" "),
                    "it must refuse samples with a sentence, not '%s'",
                    refused.getMessage());
            throw new SkippedException(refused.getMessage());
        }
    }

    private void shapes(Trial t) {
        Matrix latents = encode(t, samples(t, "new", ROWS));
        t.require(encoder.width() > 0, "its width must be at least 1, not %d", encoder.width());
        t.shape(ROWS, encoder.width(), latents, "the latents");
        t.finite(latents, "the latents");
        Matrix none = encode(t, samples(t, "new", ROWS).rows(0, 0));
        t.shape(0, encoder.width(), none, "the latents of no rows");
    }

    private void repeats(Trial t) {
        Inputs inputs = samples(t, "new", ROWS);
        t.same(encode(t, inputs), encode(t, inputs), "the latents of the same samples");
    }

    private void rowsApart(Trial t) {
        Inputs inputs = samples(t, "new", ROWS);
        Matrix latents = encode(t, inputs);
        for (int i = 0; i < ROWS; i++) {
            Matrix alone = encode(t, inputs.rows(i, i + 1));
            t.close(latents.rows(i, i + 1), alone, ROUNDING, "the latents of a row alone");
        }
    }

    private void apart(Trial t) {
        Matrix latents = encode(t, samples(t, "new", ROWS));
        Matrix first = latents.rows(0, 1);
        boolean differ = false;
        for (int i = 1; i < ROWS; i++) {
            differ |= !latents.rows(i, i + 1).equals(first);
        }
        t.require(differ, "the latents of different samples must differ, all %d are equal", ROWS);
    }

    private void threads(Trial t) throws Exception {
        encode(t, samples(t, "new", ROWS));
        Threads.agree(t, i -> encoder.encode(samples(t, "new " + i, 2 + i % 3)));
    }

    private void leavesInputs(Trial t) {
        Inputs given = samples(t, "new", ROWS);
        Inputs copy = Memory.direct(given);
        Matrix latents = encode(t, copy);
        Matrix before = Memory.direct(latents);
        encode(t, samples(t, "others", ROWS));
        Memory.same(t, given, copy, "the samples after encoding");
        t.same(before, latents, "the latents after encoding other samples");
    }

    private void refusesOthers(Trial t) {
        prepare(t);
        Content other = encoder.takes() == Content.TEXT ? Content.NUMBERS : Content.TEXT;
        Inputs inputs = Training.samples(t, other, "others", 2).content();
        t.refuses("samples that are " + other.words(), () -> encoder.encode(inputs));
    }

    private void notes(Trial t) {
        Inputs inputs = samples(t, "new", ROWS);
        encode(t, inputs);
        List<String> notes = encoder.notes(inputs);
        for (String note : notes) {
            t.require(
                    note != null && note.contains(" "),
                    "a note must be a sentence, not '%s'",
                    note);
        }
        t.require(
                notes.equals(encoder.notes(inputs)),
                "the notes on the same samples must be the same");
    }

    private void checksums(Trial t) {
        prepare(t);
        encoder.checksums()
                .forEach(
                        (file, sum) ->
                                t.require(
                                        sum.matches("[0-9a-f]{64}"),
                                        "a checksum is SHA-256 in hexadecimal, but %s has '%s'",
                                        file,
                                        sum));
    }
}
