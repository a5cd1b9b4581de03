package relrep.runtime.network;

import org.osgi.annotation.versioning.ProviderType;

import relrep.api.run.Run;

/** The service behind {@code relrep train} and {@code relrep encode}. */
@ProviderType
public interface NetworkWork {
    /**
     * Trains one network, or takes it from the cache, and writes its file.
     *
     * @param request what to train, and the file
     * @param progress receives the progress; its {@link Run#step} cancels
     * @return what was written
     * @throws relrep.api.run.InvalidInputException when the request does not name one network
     */
    NetworkFile train(TrainRequest request, Run progress);

    /**
     * Encodes samples by an encoder or by the encoder of a network's file.
     *
     * @param request the encoder and the samples
     * @param progress receives the progress; its {@link Run#step} cancels
     */
    EncodedSamples encode(EncodeRequest request, Run progress);
}
