package relrep.workbench.plugins;

import relrep.api.run.InvalidInputException;
import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The plugins of this installation. The service registry is the list; nobody keeps another. */
public interface Registry {
    /**
     * Returns all plugins, those that cannot be used included, by kind and name; of several with
     * one name the one that is used comes first. No plugin is made for this.
     */
    List<InstalledPlugin> installed();

    /**
     * Returns all plugins as {@link #installed()} does, after it has been tried whether strangers'
     * can be made.
     */
    default List<InstalledPlugin> tried() {
        return installed();
    }

    /**
     * Lends a plugin with its defaults for the time of one call.
     *
     * @throws InvalidInputException when there is none of that name, or it cannot be used
     */
    <R> R use(Kind kind, String name, Function<Object, R> borrower);

    /**
     * Lends a plugin with the options of an expression for the time of one call.
     *
     * @param contract what is wanted of the plugin
     * @throws InvalidInputException as {@link #use} and {@link Options#configure} do
     */
    default <T, R> R configured(
            Kind kind, Class<T> contract, Expression written, Function<Configured<T>, R> borrower) {
        return use(
                kind,
                written.name(),
                service ->
                        borrower.apply(
                                Options.of(written.name(), service)
                                        .configure(contract, written.options())));
    }

    /** Returns the plugins of one kind. */
    default List<InstalledPlugin> installed(Kind kind) {
        return installed().stream().filter(plugin -> plugin.kind() == kind).toList();
    }

    /**
     * Returns services that have no name, by {@linkplain Precedence precedence}: the first is that
     * to use where one is enough. Whoever asks uses them.
     *
     * @param most how many are wanted
     */
    default <T> List<T> nameless(Class<T> contract, int most) {
        return List.of();
    }

    /** Returns a moment that {@link #lentAfter} can be asked about later. */
    default long now() {
        return 0;
    }

    /**
     * Returns the jars of the plugins' folder whose plugins were lent after a moment, to whomever.
     */
    default List<PluginOrigin> lentAfter(long moment) {
        return List.of();
    }

    /**
     * Says which jar brings a plugin that is not there, or may bring it, and why it is not started.
     */
    default Optional<String> withheld(String name) {
        return Optional.empty();
    }

    /**
     * Returns what is said of a name that nothing has: what comes near, and all there are.
     *
     * @param what it should name
     */
    default InvalidInputException unknown(String what, String name, List<String> known) {
        String withheld = withheld(name).map(sentence -> "; " + sentence).orElse("");
        return new InvalidInputException(
                "unknown %s '%s'; %s%s"
                        .formatted(what, name, Nearest.choice(name, known), withheld));
    }

    /**
     * Returns a plugin that can be used.
     *
     * @throws InvalidInputException when there is none of that name, with the nearest and all there
     *     are; or when it cannot be used, with the reason
     */
    default InstalledPlugin require(Kind kind, String name) {
        List<InstalledPlugin> all = installed(kind);
        InstalledPlugin found =
                all.stream().filter(plugin -> plugin.name().equals(name)).findFirst().orElse(null);
        if (found == null) {
            List<String> names = all.stream().map(InstalledPlugin::name).distinct().toList();
            throw unknown(kind.word(), name, names);
        }
        if (found.state() != State.READY) {
            String what = found.state() == State.FAILED ? "could not be made" : "is waiting";
            throw new InvalidInputException(
                    "%s '%s' %s: %s".formatted(kind.word(), name, what, found.reason()));
        }
        return found;
    }
}
