package relrep.cli.command;

import java.util.List;

/**
 * Several answers in order.
 *
 * @param list one or more
 */
record Answers(List<? extends Answer> list) implements Answer {
    @Override
    public Object json() {
        return list.size() == 1 ? list.get(0).json() : list.stream().map(Answer::json).toList();
    }

    @Override
    public void print(TextPage page) {
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                page.line("");
            }
            list.get(i).print(page);
        }
    }

    @Override
    public int exitCode() {
        return list.stream().mapToInt(Answer::exitCode).max().orElse(0);
    }
}
