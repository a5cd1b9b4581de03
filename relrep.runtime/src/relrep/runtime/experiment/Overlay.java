package relrep.runtime.experiment;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;
import relrep.runtime.experiment.Tree.Items;
import relrep.runtime.experiment.Tree.Text;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Nearest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies sizes and settings to an experiment: maps are merged, everything else is replaced. */
final class Overlay {
    private static final String SIZE = "size";
    private static final String SIZES = "sizes";

    private Overlay() {}

    /**
     * Returns the experiment after applying, in this order: the file, its entry under {@code
     * sizes:} for the chosen size, the settings. The result has no {@code sizes:}.
     *
     * @param file the file
     * @param settings each {@code dotted.key=value}
     */
    static Fields lay(Fields file, List<String> settings) {
        Fields all = file;
        List<String> later = new ArrayList<>();
        for (String setting : settings) {
            String key = setting.contains("=") ? setting.substring(0, setting.indexOf('=')) : "";
            if (key.equals(SIZE) && !file.fields().containsKey(SIZES)) {
                throw InvalidInputException.of(
                        "setting", setting + ": this experiment has no sizes");
            }
            if (key.equals(SIZE) || key.startsWith(SIZES + ".")) {
                all = set(all, setting);
            } else {
                later.add(setting);
            }
        }
        all = sized(all);
        for (String setting : later) {
            all = set(all, setting);
        }
        return all;
    }

    private static Fields sized(Fields all) {
        Field size = all.fields().get(SIZE);
        Field sizes = all.fields().get(SIZES);
        if (sizes == null) {
            return all;
        }
        Fields known = requireFields(sizes.value(), SIZES);
        Map<String, Field> rest = new LinkedHashMap<>(all.fields());
        rest.remove(SIZES);
        Fields base = new Fields(rest, all.where());
        if (size == null) {
            return base;
        }
        String name = size.value() instanceof Text text ? text.text() : size.value().what();
        Field chosen = known.fields().get(name);
        if (chosen == null) {
            throw size.value()
                    .where()
                    .refuse(
                            "unknown size '%s'; %s",
                            name, Nearest.choice(name, known.fields().keySet()));
        }
        return merge(base, requireFields(chosen.value(), SIZES + "." + name));
    }

    private static Fields requireFields(Tree tree, String key) {
        if (tree instanceof Fields fields) {
            return fields;
        }
        throw tree.where().refuse("'%s' must be a map of keys, not %s", key, tree.what());
    }

    /** Returns one map merged over another. */
    static Fields merge(Fields base, Fields over) {
        Map<String, Field> all = new LinkedHashMap<>(base.fields());
        over.fields()
                .forEach(
                        (key, field) ->
                                all.merge(
                                        key,
                                        field,
                                        (old, next) ->
                                                new Field(
                                                        next.key(),
                                                        merge(old.value(), next.value()))));
        return new Fields(all, base.where());
    }

    private static Tree merge(Tree base, Tree over) {
        return base instanceof Fields a && over instanceof Fields b ? merge(a, b) : over;
    }

    /**
     * Returns the experiment with one setting.
     *
     * @param setting {@code dotted.key=value}; after the key of a plugin, its options are keys too
     */
    static Fields set(Fields all, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw InvalidInputException.of(
                    "setting", "takes key=value, such as width=24, not '" + setting + "'");
        }
        String label =
                "setting "
                        + (setting.length() > Tree.SHOWN
                                ? setting.substring(0, Tree.SHOWN) + "…"
                                : setting);
        Tree value = new YamlReader(label).value(setting.substring(equals + 1));
        List<String> path = List.of(setting.substring(0, equals).split("\\.", -1));
        return (Fields) set(all, path, value, new SourceLocation(label, 0));
    }

    private static Tree set(Tree node, List<String> path, Tree value, SourceLocation where) {
        if (path.isEmpty()) {
            return value;
        }
        String key = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (node instanceof Fields fields) {
            Map<String, Field> all = new LinkedHashMap<>(fields.fields());
            Field old = all.get(key);
            Tree below = old == null ? new Fields(Map.of(), where) : old.value();
            Tree next = set(below, rest, value, where);
            all.put(key, new Field(where, next));
            return new Fields(all, fields.where());
        }
        if (node instanceof Text text && rest.isEmpty() && value instanceof Text option) {
            return option(text, key, option, where);
        }
        if (node instanceof Items items && key.matches("\\d{1,4}")) {
            int at = Integer.parseInt(key);
            if (at < items.items().size()) {
                List<Tree> all = new ArrayList<>(items.items());
                all.set(at, set(all.get(at), rest, value, where));
                return new Items(all, items.where());
            }
        }
        throw where.refuse("there is no key '%s' in %s", key, node.what());
    }

    private static Text option(Text plugin, String option, Text value, SourceLocation where) {
        try {
            Expression expression = Expression.parse(plugin.text());
            Map<String, String> options = new LinkedHashMap<>(expression.options());
            options.put(option, value.text());
            String text = new Expression(expression.name(), options).toString();
            return new Text(text, text, where);
        } catch (InvalidInputException notOne) {
            throw where.refuse(notOne, "there is no key '%s' in %s", option, plugin.what());
        }
    }
}
