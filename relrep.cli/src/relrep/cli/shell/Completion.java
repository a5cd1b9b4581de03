package relrep.cli.shell;

import org.apache.felix.service.command.CommandSession;
import org.jline.builtins.Completers.CompletionData;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

import relrep.cli.command.Commands;
import relrep.cli.command.Suggestion;
import relrep.cli.command.Suggestions;
import relrep.workbench.terminal.TerminalText;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Completion for Gogo's line reader. */
final class Completion {
    /** The function that returns the candidates for the word at the cursor. */
    static final String CANDIDATES = "__candidates";

    /** The function that adds the commands to a new session. */
    static final String PREPARE = "__prepare";

    private static final String SCOPED = GogoCommands.SCOPE + ":";

    private final Commands commands;
    private final Suggestions suggestions;

    Completion(Commands commands, Suggestions suggestions) {
        this.commands = commands;
        this.suggestions = suggestions;
    }

    /**
     * Adds the options of each command, the completion of words, and the handling of Ctrl-Z to a
     * session.
     */
    Object prepare(CommandSession session, List<Object> arguments) {
        @SuppressWarnings("unchecked")
        Map<String, List<CompletionData>> known =
                (Map<String, List<CompletionData>>) session.get(".completions");
        for (String name : Commands.names()) {
            known.put(SCOPED + name, data(commands.options(name)));
        }
        known.put(SCOPED + GogoCommands.SCOPE, data(commands.options("")));
        if (session.get(".reader") instanceof LineReader reader) {
            ShellSignals.stopOnCtrlZ(reader);
        }
        return null;
    }

    private static List<CompletionData> data(List<Suggestion> options) {
        List<CompletionData> data = new ArrayList<>();
        for (Suggestion option : options) {
            data.add(new CompletionData(List.of(option.text()), option.description(), null, null));
        }
        data.add(new CompletionData(null, null, SCOPED + CANDIDATES, null));
        return data;
    }

    /** Returns the completions of the line so far. */
    Object candidates(CommandSession session, List<Object> arguments) {
        ParsedLine line = (ParsedLine) session.get(".commandLine");
        List<String> before = new ArrayList<>(line.words().subList(0, line.wordIndex()));
        before.replaceAll(word -> word.replaceFirst("^" + SCOPED, ""));
        List<Candidate> candidates = new ArrayList<>();
        for (Suggestion one : suggestions.at(before, line.word())) {
            String description =
                    one.description().isEmpty() ? null : TerminalText.line(one.description());
            if (!TerminalText.line(one.text()).equals(one.text())) {
                continue; // JLine would draw it as it is
            }
            candidates.add(
                    new Candidate(
                            one.text(), one.text(), null, description, null, null, one.complete()));
        }
        return candidates;
    }
}
