package relrep.torture;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file of vectors. It is read by inner products with the unit vectors, which give the numbers in
 * it.
 *
 * @param format the format's name
 * @param file the file's name
 * @param sound its bytes
 * @param letter reads bytes strictly as the format defines
 * @param anchors the unit vectors
 * @param numbers the numbers in the sound file
 */
@SuppressWarnings("ArrayRecordComponent") // made anew for each trial, never compared
record VectorSpecimen(
        String format,
        String file,
        byte[] sound,
        Function<byte[], Optional<NpyArray>> letter,
        Path anchors,
        NpyArray numbers)
        implements Specimen {
    @Override
    public String command(String damaged, String out) {
        return "project --similarity inner --quiet --anchors %s --points %s --out %s"
                .formatted(anchors, damaged, out);
    }

    @Override
    public Optional<NpyArray> strict(byte[] damaged) {
        return letter.apply(damaged);
    }

    @Override
    public Optional<NpyArray> soundAnswer() {
        return Optional.of(numbers);
    }
}
