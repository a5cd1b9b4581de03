package relrep.workbench.contract;

import relrep.api.alignment.AlignmentState;
import relrep.api.data.Matrix;
import relrep.api.model.NetworkState;
import relrep.api.transform.TransformState;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Checks the state of a map, transform or network, so that a file can store it and give it back.
 * Tensors must be finite. Names must be text without control characters. No tensor may have the
 * name that files use for their metadata.
 */
final class CheckedState {
    private static final String STATE = "state";

    /** The name of the metadata in a safetensors file. */
    private static final String METADATA = "__metadata__";

    private CheckedState() {}

    static AlignmentState of(ContractCheck check, AlignmentState state) {
        check.numbers(STATE, state.diagnostics());
        names(check, "diagnostics", state.diagnostics().keySet());
        attributes(check, state.attributes());
        return new AlignmentState(
                tensors(check, state.tensors()), state.attributes(), state.diagnostics());
    }

    static TransformState of(ContractCheck check, TransformState state) {
        check.numbers(STATE, state.diagnostics());
        names(check, "diagnostics", state.diagnostics().keySet());
        attributes(check, state.attributes());
        return new TransformState(
                tensors(check, state.tensors()), state.attributes(), state.diagnostics());
    }

    static NetworkState of(ContractCheck check, NetworkState state) {
        attributes(check, state.attributes());
        return new NetworkState(tensors(check, state.tensors()), state.attributes());
    }

    private static Map<String, Matrix> tensors(ContractCheck check, Map<String, Matrix> tensors) {
        check.named(STATE, "tensors by name", tensors);
        names(check, "tensors", tensors.keySet());
        check.require(
                !tensors.containsKey(METADATA),
                STATE,
                "must give no tensor the name '%s', which files use",
                METADATA);
        Map<String, Matrix> finite = new LinkedHashMap<>();
        tensors.forEach(
                (name, tensor) ->
                        finite.put(name, check.finite(STATE, "'" + name + "' of ", tensor)));
        return finite;
    }

    private static void attributes(ContractCheck check, Map<String, String> attributes) {
        check.named(STATE, "attributes by name", attributes);
        names(check, "attributes", attributes.keySet());
    }

    private static void names(ContractCheck check, String what, Set<String> names) {
        for (String name : names) {
            check.require(
                    !name.isEmpty() && name.chars().noneMatch(Character::isISOControl),
                    STATE,
                    "must give %s names without control characters, not '%s'",
                    what,
                    name);
        }
    }
}
