package relrep.models.architecture;

import java.util.List;

/** The predefined layouts of {@code conv}. */
public enum ConvLayout {
    /** Only what the options say. */
    OURS {
        @Override
        List<Integer> channels(List<Integer> given) {
            return given;
        }

        @Override
        Nonlinearity activation(Nonlinearity given) {
            return given;
        }

        @Override
        Nonlinearity latent(Nonlinearity given) {
            return given;
        }
    },
    /** The layers of the code that Moschella et al., ICLR 2023, published. */
    OFFICIAL {
        @Override
        List<Integer> channels(List<Integer> given) {
            return given.equals(USUAL) ? List.of(32, 64, 128, 256) : given;
        }

        @Override
        Nonlinearity activation(Nonlinearity given) {
            return given == Nonlinearity.RELU ? Nonlinearity.GELU : given;
        }

        @Override
        Nonlinearity latent(Nonlinearity given) {
            return given == Nonlinearity.LINEAR ? Nonlinearity.GELU : given;
        }
    };

    /** The default channels of {@code conv}. */
    static final List<Integer> USUAL = List.of(32, 64);

    /** Returns the layout's own value if the default was given. */
    abstract List<Integer> channels(List<Integer> given);

    /** Returns the layout's own value if the default was given. */
    abstract Nonlinearity activation(Nonlinearity given);

    /** Returns the layout's own value if the default was given. */
    abstract Nonlinearity latent(Nonlinearity given);
}
