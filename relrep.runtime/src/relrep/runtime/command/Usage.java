package relrep.runtime.command;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import relrep.runtime.plugins.Nearest;

import java.util.List;
import java.util.stream.Collectors;

/** How a command is used, and what is said when it is used wrongly. */
final class Usage {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 100;

    private Usage() {}

    static void print(CommandLine line, Console console) {
        int columns = console.screen().columns().getAsInt();
        line.setUsageHelpWidth(Math.max(NARROWEST, Math.min(WIDEST, columns)));
        line.usage(console.out());
    }

    /** Returns one sentence: what was wrong, and what there is. */
    static String sentence(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        String help = "; '%s --help' says how".formatted(command.qualifiedName());
        if (wrong instanceof MissingParameterException missing) {
            return "%s needs %s%s".formatted(command.qualifiedName(), labels(missing), help);
        }
        String message = wrong.getMessage();
        return Character.toLowerCase(message.charAt(0)) + message.substring(1) + help;
    }

    private static String labels(MissingParameterException missing) {
        return missing.getMissing().stream().map(Usage::label).collect(Collectors.joining(" and "));
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String unmatched(CommandSpec command, String word) {
        String name = command.qualifiedName();
        if (word.startsWith("-")) {
            List<String> options =
                    command.options().stream().map(OptionSpec::longestName).sorted().toList();
            String given = word.replaceFirst("=.*", "");
            return "%s has no option '%s'; %s"
                    .formatted(name, given, Nearest.choice(given, options));
        }
        if (command.parent() == null || !command.subcommands().isEmpty()) {
            String kind = command.parent() == null ? "command" : "word after " + name;
            return "unknown %s '%s'; %s"
                    .formatted(kind, word, Nearest.choice(word, command.subcommands().keySet()));
        }
        return "%s takes no further word, '%s' was one; '%s --help' says how"
                .formatted(name, word, name);
    }
}
