package relrep.workbench.contract;

import relrep.api.model.DecoderArchitecture;
import relrep.api.model.DecodingProblem;
import relrep.api.model.NetworkState;
import relrep.api.model.OutputRange;
import relrep.api.model.TrainedDecoder;
import relrep.api.run.Run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks what trains decoders alone: they must have the widths that the problem asks for. */
class CheckedDecoderArchitecture implements DecoderArchitecture {
    final ContractCheck check;
    private final DecoderArchitecture plugin;

    CheckedDecoderArchitecture(ContractCheck check, DecoderArchitecture plugin) {
        this.check = check;
        this.plugin = plugin;
    }

    @Override
    public TrainedDecoder trainDecoder(DecodingProblem problem, Run run) {
        OutputRange range = range();
        TrainedDecoder trained =
                check.get(
                        "trainDecoder",
                        "a decoder",
                        () -> plugin.trainDecoder(problem, check.watched(run)));
        CheckedTrainedDecoder checked =
                new CheckedTrainedDecoder(check, trained, NetworkShape.of(problem), range);
        checked.decoder().width();
        return checked;
    }

    @Override
    public Map<String, String> checksums() {
        Map<String, String> sums = check.get("checksums", "a map", plugin::checksums);
        check.named("checksums", "a checksum for each file", sums);
        return Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }

    @Override
    public OutputRange range() {
        return check.get("range", "a range", plugin::range);
    }

    @Override
    public TrainedDecoder restoreDecoder(NetworkState state) {
        TrainedDecoder decoder =
                check.get("restoreDecoder", "a decoder", () -> plugin.restoreDecoder(state));
        return new CheckedTrainedDecoder(check, decoder, null, range());
    }
}
