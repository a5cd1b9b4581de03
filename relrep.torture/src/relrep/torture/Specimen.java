package relrep.torture;

import java.util.Optional;

/** A file of one format that is to be damaged, and the command that reads it. */
interface Specimen {
    /** The name of the format, as a part of a kind's name. */
    String format();

    /** The name of the file, with the ending of its format. */
    String file();

    /** The sound file. */
    byte[] sound();

    /**
     * The line of the shell that reads a file and writes what it read as {@code .npy}.
     *
     * @param file the damaged file
     * @param out the file to write; a command that only looks writes none
     */
    String command(String file, String out);

    /**
     * Reads damaged bytes by the letter of the format, with code that relrep does not use.
     *
     * @return the numbers that must come out; empty where the letter does not say
     */
    Optional<NpyArray> strict(byte[] damaged);

    /** What comes out of the sound file, where the command writes anything. */
    Optional<NpyArray> soundAnswer();
}
