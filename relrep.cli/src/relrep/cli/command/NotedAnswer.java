package relrep.cli.command;

import relrep.workbench.plugins.PluginOrigin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer, and what was said while it was made: how files were read, where they do not say it.
 *
 * @param answer what was found out
 * @param notes one sentence each
 * @param strangers the jars of the plugins' folder that took part
 * @param unsaid whether no display has shown them, so that they are printed with the answer
 */
record NotedAnswer(Answer answer, List<String> notes, List<PluginOrigin> strangers, boolean unsaid)
        implements Answer {
    @Override
    public Object json() {
        Object json = answer.json();
        if (!(json instanceof Map<?, ?> facts)) {
            return json;
        }
        Map<Object, Object> all = new LinkedHashMap<>(facts);
        all.put("notes", notes);
        if (!strangers.isEmpty()) {
            all.put("plugins", strangers);
        }
        return all;
    }

    @Override
    public void print(TextPage page) {
        if (unsaid) {
            notes.forEach(page::line);
        }
        answer.print(page);
    }

    @Override
    public int exitCode() {
        return answer.exitCode();
    }
}
