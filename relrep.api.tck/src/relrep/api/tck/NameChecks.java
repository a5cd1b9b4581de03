package relrep.api.tck;

import relrep.api.plugin.Plugin;

import java.util.Map;

/** The laws of {@link Plugin}, as the service properties show it. */
final class NameChecks {
    private NameChecks() {}

    static void add(Map<String, Object> properties, Checks checks) {
        checks.add(
                "has a name of lower-case words joined by hyphens",
                t -> requireName(t, properties));
        checks.add("is described in one sentence", t -> requireDescription(t, properties));
    }

    private static void requireName(Trial t, Map<String, Object> properties) {
        Object name = properties.get(Plugin.NAME);
        t.require(
                name instanceof String text && text.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                "the name must be lower-case words joined by hyphens, not '%s'",
                name);
    }

    private static void requireDescription(Trial t, Map<String, Object> properties) {
        Object description = properties.get(Plugin.DESCRIPTION);
        t.require(
                description instanceof String text
                        && text.contains(" ")
                        && text.equals(text.strip())
                        && !text.contains("\n"),
                "the description must be one sentence on one line, not '%s'",
                description);
    }
}
