package relrep.cli.command;

import relrep.workbench.progress.Display;
import relrep.workbench.progress.ProgressSnapshot;

/** A display that names command line options in notes where libraries name values. */
record OptionDisplay(Display display) implements Display {
    @Override
    public void show(ProgressSnapshot snapshot) {
        display.show(snapshot);
    }

    @Override
    public void note(String sentence) {
        display.note(OptionNames.in(sentence));
    }

    @Override
    public void close() {
        display.close();
    }
}
