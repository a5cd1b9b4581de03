package relrep.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import relrep.workbench.plugins.Nearest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The usage of a command, and the errors for wrong usage. */
final class Usage {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 100;
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, Double.class, float.class, Float.class);
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class);

    private Usage() {}

    static void print(CommandLine line, Console console) {
        int columns = console.screen().columns().getAsInt();
        line.setUsageHelpWidth(Math.max(NARROWEST, Math.min(WIDEST, columns)));
        line.usage(console.out());
    }

    /** Returns one sentence: what was wrong, and what is possible. */
    static String sentence(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched().get(0));
        }
        if (wrong instanceof MissingParameterException missing) {
            // Who misspells an option misses it too: the misspelling is what to say.
            for (String word : wrong.getCommandLine().getUnmatchedArguments()) {
                if (word.startsWith("-")) {
                    return unmatched(command, word);
                }
            }
            return "%s needs %s%s".formatted(command.name(), labels(missing), help(command));
        }
        if (wrong.getArgSpec() instanceof OptionSpec option && wrong.getValue() != null) {
            return "%s must be %s, not '%s'"
                    .formatted(option.longestName(), type(option), wrong.getValue());
        }
        String message = wrong.getMessage();
        return Character.toLowerCase(message.charAt(0)) + message.substring(1) + help(command);
    }

    private static String help(CommandSpec command) {
        return "; '%s --help' says how".formatted(command.qualifiedName());
    }

    private static String type(OptionSpec option) {
        Class<?> type = option.auxiliaryTypes()[0];
        if (NUMBERS.contains(type)) {
            return "a number";
        }
        return WHOLE_NUMBERS.contains(type)
                ? "a whole number"
                : "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
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
        if (word.startsWith("-")) {
            List<String> options =
                    command.options().stream().map(OptionSpec::longestName).sorted().toList();
            String given = word.replaceFirst("=.*", "");
            return "%s has no option '%s'; %s"
                    .formatted(command.name(), given, Nearest.choice(given, options));
        }
        if (command.parent() == null) {
            return "unknown command '%s'; %s"
                    .formatted(word, Nearest.choice(word, command.subcommands().keySet()));
        }
        return "%s takes no further word, but got '%s'%s"
                .formatted(command.name(), word, help(command));
    }
}
