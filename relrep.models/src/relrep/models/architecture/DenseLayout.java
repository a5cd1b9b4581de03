package relrep.models.architecture;

import java.util.List;

/** Where the layers of {@code dense} come from. */
public enum DenseLayout {
    /** What the options say, and nothing else. */
    OURS(List.of(), Nonlinearity.LINEAR),
    /** Table 1 of Lancione: 784-128-32-2 and back, linear latents. */
    LANCIONE(List.of(128, 32), Nonlinearity.LINEAR),
    /** The same as the stored notebook has it: tanh on the latents, too. */
    LANCIONE_CODE(List.of(128, 32), Nonlinearity.TANH),
    /** A more gradual compression, which Lancione found to be no better; the widths are ours. */
    DEEPER(List.of(512, 256, 128, 64, 32, 16), Nonlinearity.LINEAR);

    /** The hidden widths that {@code dense} has by default. */
    static final List<Integer> USUAL = List.of(128, 32);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which nobody changes
    private final List<Integer> hidden;

    private final Nonlinearity latent;

    DenseLayout(List<Integer> hidden, Nonlinearity latent) {
        this.hidden = hidden;
        this.latent = latent;
    }

    /** Returns the layout's own where the default was given. */
    List<Integer> hidden(List<Integer> given) {
        return this != OURS && given.equals(USUAL) ? hidden : given;
    }

    /** Returns the layout's own where the default was given. */
    Nonlinearity latent(Nonlinearity given) {
        return given == Nonlinearity.LINEAR ? latent : given;
    }
}
