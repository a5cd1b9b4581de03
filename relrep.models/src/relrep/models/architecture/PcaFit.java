package relrep.models.architecture;

/** The methods of {@code pca}. */
public enum PcaFit {
    /** By the eigenvectors of the covariance. */
    CLOSED,
    /** By gradient descent, as a linear autoencoder whose decoder is the encoder's transpose. */
    TIED
}
