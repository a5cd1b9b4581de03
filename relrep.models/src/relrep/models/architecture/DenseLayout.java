package relrep.models.architecture;

import java.util.List;

/** The predefined layouts of {@code dense}. */
public enum DenseLayout {
    /** Only what the options say. */
    OURS(List.of(), Nonlinearity.LINEAR),
    /** Table 1 of Lancione: 784-128-32-2 and back, linear latents. */
    LANCIONE(List.of(128, 32), Nonlinearity.LINEAR),
    /** The same as in the stored notebook, with tanh on the latents as well. */
    LANCIONE_CODE(List.of(128, 32), Nonlinearity.TANH),
    /** A more gradual compression, which Lancione found to be no better; the widths are ours. */
    DEEPER(List.of(512, 256, 128, 64, 32, 16), Nonlinearity.LINEAR);

    /** The default hidden widths of {@code dense}. */
    static final List<Integer> USUAL = List.of(128, 32);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, immutable
    private final List<Integer> hidden;

    private final Nonlinearity latent;

    DenseLayout(List<Integer> hidden, Nonlinearity latent) {
        this.hidden = hidden;
        this.latent = latent;
    }

    /** Returns the layout's own value if the default was given. */
    List<Integer> hidden(List<Integer> given) {
        return this != OURS && given.equals(USUAL) ? hidden : given;
    }

    /** Returns the layout's own value if the default was given. */
    Nonlinearity latent(Nonlinearity given) {
        return given == Nonlinearity.LINEAR ? latent : given;
    }
}
