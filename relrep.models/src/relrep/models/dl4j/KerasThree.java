package relrep.models.dl4j;

import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelUtils;
import org.nd4j.shade.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The configuration of a Keras 3 model as Keras 2 writes it, which DL4J reads: policies of types
 * are their names, objects have no module, and a layer's inputs are names instead of tensors.
 *
 * <p>Source: files that Keras 3.15 wrote.
 */
final class KerasThree {
    /** What Keras 2 does not have, and what changes no number at inference. */
    private static final Set<String> NEW =
            Set.of(
                    "module",
                    "registered_name",
                    "build_config",
                    "quantization_config",
                    "optional",
                    "input_axes",
                    "output_axes");

    private KerasThree() {}

    /** Returns a configuration of Keras 3 in the form of Keras 2. */
    static String asTwo(String json) throws IOException {
        return new ObjectMapper().writeValueAsString(value(KerasModelUtils.parseJsonString(json)));
    }

    private static Object value(Object written) {
        if (written instanceof List<?> list) {
            return list.stream()
                    .map(KerasThree::value)
                    .collect(ArrayList::new, List::add, List::addAll);
        }
        if (!(written instanceof Map<?, ?> map)) {
            return written;
        }
        if ("DTypePolicy".equals(map.get("class_name"))
                && map.get("config") instanceof Map<?, ?> policy) {
            return policy.get("name");
        }
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach(
                (key, own) -> {
                    switch (key.toString()) {
                        case "batch_shape" -> all.put("batch_input_shape", own);
                        case "inbound_nodes" -> all.put("inbound_nodes", nodes((List<?>) own));
                        case "input_layers", "output_layers" ->
                                all.put(key.toString(), ends((List<?>) own));
                        default -> {
                            if (!NEW.contains(key.toString())) {
                                all.put(key.toString(), value(own));
                            }
                        }
                    }
                });
        return all;
    }

    /** Returns the inputs of each call of a layer: name, call and output of the layer before. */
    private static List<Object> nodes(List<?> calls) {
        List<Object> all = new ArrayList<>();
        for (Object call : calls) {
            List<Object> inputs = new ArrayList<>();
            tensors(call, inputs);
            all.add(inputs);
        }
        return all;
    }

    private static void tensors(Object written, List<Object> inputs) {
        if (written instanceof List<?> list) {
            list.forEach(each -> tensors(each, inputs));
        } else if (written instanceof Map<?, ?> map) {
            if (map.get("keras_history") instanceof List<?> place) {
                List<Object> input = new ArrayList<>(place);
                input.add(Map.of());
                inputs.add(input);
            } else {
                map.values().forEach(each -> tensors(each, inputs));
            }
        }
    }

    /** Returns a list of places; a single one is written without a list around it. */
    private static List<?> ends(List<?> places) {
        return places.isEmpty() || places.get(0) instanceof List<?> ? places : List.of(places);
    }
}
