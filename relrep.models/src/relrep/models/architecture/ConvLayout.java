package relrep.models.architecture;

import java.util.List;

/** Where the layers of {@code conv} come from. */
public enum ConvLayout {
    /** What the options say, and nothing else. */
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

    /** The channels that {@code conv} has by default. */
    static final List<Integer> USUAL = List.of(32, 64);

    /** Returns the layout's own where the default was given. */
    abstract List<Integer> channels(List<Integer> given);

    /** Returns the layout's own where the default was given. */
    abstract Nonlinearity activation(Nonlinearity given);

    /** Returns the layout's own where the default was given. */
    abstract Nonlinearity latent(Nonlinearity given);
}
