package relrep.vectors.compare;

import relrep.workbench.contract.PluginFailureException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plugins that failed in a comparison, each with its first failure. */
final class PluginFailures {
    private final Map<String, String> sentences = new LinkedHashMap<>();

    /** Records a failure and returns its sentence. */
    synchronized String add(PluginFailureException failure) {
        sentences.putIfAbsent(failure.plugin(), failure.getMessage());
        return failure.getMessage();
    }

    synchronized List<String> list() {
        return List.copyOf(sentences.values());
    }
}
