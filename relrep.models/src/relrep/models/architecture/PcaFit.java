package relrep.models.architecture;

/** How {@code pca} is found. */
public enum PcaFit {
    /** By the eigenvectors of the covariance. */
    CLOSED,
    /** By gradient, as a linear autoencoder whose decoder is the encoder's transpose. */
    TIED
}
