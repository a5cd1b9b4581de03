package relrep.torture;

import java.util.Optional;

/** A file of one format to be damaged, and the command that reads it. */
interface Specimen {
    /** Returns the name of the format, a part of the kind's name. */
    String format();

    /** Returns the name of the file, with the ending of its format. */
    String file();

    /** Returns the content of the sound file. */
    byte[] sound();

    /**
     * Returns the shell command that reads a file and writes its content as {@code .npy}.
     *
     * @param file the damaged file
     * @param out the file to write; some commands write none
     */
    String command(String file, String out);

    /**
     * Reads damaged bytes strictly as the format defines, with code that relrep does not use.
     *
     * @return the correct numbers; empty if the format does not define them
     */
    Optional<NpyArray> strict(byte[] damaged);

    /** Returns the output for the sound file, if the command writes one. */
    Optional<NpyArray> soundAnswer();
}
