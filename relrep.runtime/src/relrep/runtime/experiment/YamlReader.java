package relrep.runtime.experiment;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import relrep.runtime.experiment.Tree.Field;
import relrep.runtime.experiment.Tree.Fields;
import relrep.runtime.experiment.Tree.Items;
import relrep.runtime.experiment.Tree.Text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads YAML 1.2 into a {@link Tree}. YAML splits {@code [mlp(factor=2, epochs=3)]} at the comma
 * into two values; this reader joins values inside round brackets again.
 */
final class YamlReader {
    private final String label;

    /**
     * Makes a reader.
     *
     * @param label the name of the file in messages
     */
    YamlReader(String label) {
        this.label = label;
    }

    /** Reads a document; an empty document gives a map without fields. */
    Tree read(String text) {
        return read(text, 1);
    }

    /** Reads a value that is not in a file. */
    Tree value(String text) {
        return read(text, 0);
    }

    private Tree read(String text, int firstLine) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(label).setAllowDuplicateKeys(true).build();
        try {
            YamlBounds.requireDepth(settings, text, label, firstLine);
            Optional<Node> node = new Compose(settings).composeString(text);
            SourceLocation start = new SourceLocation(label, firstLine);
            return node.map(new Reading(firstLine)::tree)
                    .orElseGet(() -> new Text("", null, start));
        } catch (MarkedYamlEngineException wrong) {
            int line = firstLine == 0 ? 0 : wrong.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new SourceLocation(label, line)
                    .refuse(wrong, "this is not YAML: %s", oneLine(wrong.getProblem()));
        } catch (YamlEngineException wrong) {
            throw new SourceLocation(label, 0)
                    .refuse(wrong, "this is not YAML: %s", oneLine(wrong.getMessage()));
        }
    }

    private static String oneLine(String text) {
        return text == null ? "it cannot be read" : text.replaceAll("\\s+", " ").strip();
    }

    /** One pass over a document. */
    private final class Reading {
        private final int firstLine;
        private int depth;
        private int pieces;

        Reading(int firstLine) {
            this.firstLine = firstLine;
        }

        private SourceLocation where(Node node) {
            int line = node.getStartMark().map(Mark::getLine).orElse(0);
            return new SourceLocation(label, firstLine == 0 ? 0 : line + firstLine);
        }

        Tree tree(Node node) {
            if (++depth > YamlBounds.DEPTH) {
                throw where(node).refuse("lists and maps may be at most %d deep", YamlBounds.DEPTH);
            }
            if (++pieces > YamlBounds.PIECES) {
                throw where(node)
                        .refuse(
                                "there may be at most %d values, keys, lists and maps, each alias"
                                        + " counted as what it stands for",
                                YamlBounds.PIECES);
            }
            try {
                if (node instanceof SequenceNode list) {
                    return new Items(join(list), where(node));
                }
                if (node instanceof MappingNode map) {
                    return fields(map);
                }
                ScalarNode scalar = (ScalarNode) node;
                return new Text(scalar.getValue(), plain(scalar), where(node));
            } finally {
                depth--;
            }
        }

        /** Returns the items, after joining those that a comma inside round brackets had split. */
        private List<Tree> join(SequenceNode list) {
            List<Tree> items = new ArrayList<>();
            for (Node node : list.getValue()) {
                Tree item = tree(node);
                Tree last = items.isEmpty() ? null : items.get(items.size() - 1);
                if (last instanceof Text open && open(open) > 0 && item instanceof Text more) {
                    items.set(items.size() - 1, together(open, more));
                } else {
                    items.add(item);
                }
            }
            return items;
        }

        private Fields fields(MappingNode map) {
            Map<String, Field> fields = new LinkedHashMap<>();
            String last = null;
            for (NodeTuple tuple : map.getValue()) {
                Tree key = tree(tuple.getKeyNode());
                Tree value = tree(tuple.getValueNode());
                if (!(key instanceof Text name)) {
                    throw key.where().refuse("a key must be a word, not %s", key.what());
                }
                Field before = last == null ? null : fields.get(last);
                if (before != null
                        && before.value() instanceof Text open
                        && open(open) > 0
                        && value.plain() == null) {
                    fields.put(last, new Field(before.key(), together(open, name)));
                } else if (fields.put(name.text(), new Field(name.where(), value)) != null) {
                    throw name.where().refuse("the key '%s' is given twice", name.text());
                } else {
                    last = name.text();
                }
            }
            return new Fields(fields, where(map));
        }
    }

    private static long open(Text text) {
        return text.text().chars().filter(c -> c == '(').count()
                - text.text().chars().filter(c -> c == ')').count();
    }

    private static Text together(Text open, Text more) {
        String joined = open.text() + ", " + more.text();
        if (joined.length() > YamlBounds.JOINED) {
            throw open.where()
                    .refuse(
                            "a value with round brackets may have at most %d letters; does one"
                                    + " close where it should?",
                            YamlBounds.JOINED);
        }
        return new Text(joined, joined, open.where());
    }

    private static Object plain(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.INT)) {
                return Long.valueOf(text);
            }
            if (tag.equals(Tag.FLOAT)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException other) {
            return text;
        }
        return tag.equals(Tag.BOOL)
                ? (Object) Boolean.valueOf(text.equals("true"))
                : tag.equals(Tag.NULL) ? null : text;
    }
}
