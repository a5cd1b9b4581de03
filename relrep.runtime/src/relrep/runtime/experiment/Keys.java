package relrep.runtime.experiment;

import relrep.api.run.InvalidInputException;
import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;
import relrep.runtime.experiment.Tree.Items;
import relrep.runtime.experiment.Tree.Text;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Nearest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of a YAML map by type. A field of the wrong type is an error with its place. */
final class Keys {
    private final Fields fields;

    Keys(Fields fields) {
        this.fields = fields;
    }

    /** Checks that the map has only these keys. */
    void requireKnown(List<String> known) {
        for (Map.Entry<String, Field> entry : fields.fields().entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .key()
                        .refuse(
                                "unknown key '%s'; %s",
                                entry.getKey(), Nearest.choice(entry.getKey(), known));
            }
        }
    }

    Optional<Field> field(String key) {
        return Optional.ofNullable(fields.fields().get(key))
                .filter(field -> field.value().plain() != null);
    }

    boolean has(String key) {
        return field(key).isPresent();
    }

    Field require(String key, String what) {
        return field(key)
                .orElseThrow(() -> fields.where().refuse("the key '%s' is missing: %s", key, what));
    }

    Optional<String> text(String key) {
        return field(key).map(field -> text(key, field.value()));
    }

    /** Returns the values of a key that holds one value or a list. */
    <T> List<T> list(String key, Function<Tree, T> reader) {
        return field(key).map(field -> list(key, field.value(), reader)).orElse(List.of());
    }

    static <T> List<T> list(String key, Tree tree, Function<Tree, T> reader) {
        List<T> all = listOrNone(key, tree, reader);
        if (all.isEmpty()) {
            throw tree.where().refuse("'%s' must not be an empty list", key);
        }
        return all;
    }

    /** Returns the values of a key that may be empty. */
    static <T> List<T> listOrNone(String key, Tree tree, Function<Tree, T> reader) {
        if (!(tree instanceof Items items)) {
            return List.of(reader.apply(tree));
        }
        List<T> all = new ArrayList<>();
        for (Tree item : items.items()) {
            T next = reader.apply(item);
            if (all.contains(next)) {
                throw item.where().refuse("'%s' gives %s twice", key, item.what());
            }
            all.add(next);
        }
        return all;
    }

    static String text(String key, Tree tree) {
        if (tree instanceof Text text) {
            return text.text();
        }
        throw tree.where().refuse("'%s' must be a text, not %s", key, tree.what());
    }

    static long whole(String key, Tree tree, long least) {
        if (tree.plain() instanceof Long number && number >= least) {
            return number;
        }
        throw tree.where()
                .refuse(
                        "'%s' must be a whole number of at least %d, not %s",
                        key, least, tree.what());
    }

    static int width(Tree tree) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, whole("width", tree, 1)));
    }

    /** Returns the plugin expression of a key. */
    static LocatedExpression plugin(String key, Tree tree) {
        String text = text(key, tree);
        try {
            return new LocatedExpression(Expression.parse(text), tree.where());
        } catch (InvalidInputException notOne) {
            throw tree.where().refuse(notOne, "%s: %s", key, notOne.getMessage());
        }
    }

    /** Returns the enum constant of a key. */
    static <E extends Enum<E>> E constant(
            String key, Tree tree, Class<E> type, Function<E, String> word) {
        String text = text(key, tree);
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (word.apply(constant).equals(text)) {
                return constant;
            }
            words.add(word.apply(constant));
        }
        throw tree.where().refuse("unknown %s '%s'; %s", key, text, Nearest.choice(text, words));
    }
}
