package relrep.cli.command;

import relrep.workbench.plugins.PluginOrigin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer with the notes made while it was computed, for example how ambiguous files were read.
 *
 * @param answer the answer
 * @param notes one sentence each
 * @param strangers the jars of the plugins' folder whose plugins were used
 * @param unsaid whether to print the notes with the answer, because no display has shown them
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
