package relrep.workbench.plugins;

import relrep.api.run.InvalidInputException;
import relrep.workbench.plugins.InstalledPlugin.State;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The plugins of this installation. The list is read from the service registry each time. */
public interface Registry {
    /**
     * Returns all plugins by kind and name, including those that cannot be used. Of several plugins
     * with one name, the one that is used comes first. No plugin is created for this.
     */
    List<InstalledPlugin> installed();

    /**
     * Returns all plugins as {@link #installed()} does, after trying to create the third-party
     * ones.
     */
    default List<InstalledPlugin> tried() {
        return installed();
    }

    /**
     * Lends a plugin with its defaults for the time of one call.
     *
     * @throws InvalidInputException when no plugin has this name, or it cannot be used
     */
    <R> R use(Kind kind, String name, Function<Object, R> borrower);

    /**
     * Lends a plugin with the options of an expression for the time of one call.
     *
     * @param contract the contract that the plugin is used under
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
     * Returns services of a contract without names, by {@linkplain Precedence precedence}. Use the
     * first where one is enough. The returned services count as used.
     *
     * @param most the greatest number of services to return
     */
    default <T> List<T> nameless(Class<T> contract, int most) {
        return List.of();
    }

    /** Returns a moment, to be passed to {@link #lentAfter} later. */
    default long now() {
        return 0;
    }

    /**
     * Returns the jars of the plugins' folder whose plugins were lent after a moment, to any user.
     */
    default List<PluginOrigin> lentAfter(long moment) {
        return List.of();
    }

    /**
     * Returns one sentence about a jar that brings or may bring a missing plugin, and why it is not
     * started.
     */
    default Optional<String> withheld(String name) {
        return Optional.empty();
    }

    /**
     * Returns the error for an unknown name, with the nearest known name and all known names.
     *
     * @param what the kind of thing that it should name
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
     * @throws InvalidInputException when no plugin has this name (the message gives the nearest and
     *     all names), or it cannot be used (the message gives the reason)
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
