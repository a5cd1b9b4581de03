package relrep.vectors.compare;

import relrep.api.alignment.Aligner;
import relrep.api.alignment.Alignment;
import relrep.api.alignment.AlignmentProblem;
import relrep.api.data.AnchorAppraiser;
import relrep.api.data.Anchors;
import relrep.api.data.Matrix;
import relrep.api.data.Space;
import relrep.api.run.InvalidInputException;
import relrep.api.run.Run;
import relrep.api.run.UnavailableException;
import relrep.api.similarity.Similarity;
import relrep.vectors.compare.Representation.Role;
import relrep.workbench.contract.CheckedPlugin;
import relrep.workbench.contract.CollapsedImage;
import relrep.workbench.contract.PluginFailureException;
import relrep.workbench.plugins.Expression;
import relrep.workbench.plugins.Kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The views of the held-out samples: unmapped, relative, and aligned. */
final class Representations {
    /** The name of the view of the unmapped spaces. */
    static final String ABSOLUTE = "absolute";

    /** The name of the view of the relative representations. */
    static final String RELATIVE = "relative";

    private final PluginLookup named;
    private final Spaces spaces;
    private final PluginFailures failures;
    private final List<Representation> pairs = new ArrayList<>();
    private final List<Representation> singles = new ArrayList<>();
    private final List<AlignerReport> aligners = new ArrayList<>();
    private final List<HeldOutImages> images = new ArrayList<>();
    private final Map<String, Complexity> complexities = new HashMap<>();

    Representations(PluginLookup named, Spaces spaces, PluginFailures failures) {
        this.named = named;
        this.failures = failures;
        this.spaces = spaces;
        pairs.add(Representation.of(ABSOLUTE, Role.ABSOLUTE, spaces.source(), spaces.target()));
        singles.add(Representation.single("source", spaces.source()));
        singles.add(Representation.single("target", spaces.target()));
    }

    /** Returns the views for metrics of two spaces; the unmapped spaces come first. */
    List<Representation> pairs() {
        return pairs;
    }

    /** Returns the views for metrics of one space. */
    List<Representation> singles() {
        return singles;
    }

    /** Returns the failures of plugins while the views were made. */
    PluginFailures failures() {
        return failures;
    }

    List<AlignerReport> aligners() {
        return aligners;
    }

    Spaces spaces() {
        return spaces;
    }

    /** Returns the relative view; it may be absent. */
    Representation relative() {
        return pairs.stream()
                .filter(view -> view.role() == Role.RELATIVE)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the images of the held-out rows under the aligners. */
    List<HeldOutImages> images() {
        return images;
    }

    /** Returns an order of the fitted aligners, simplest map first. */
    Comparator<String> simplicity() {
        return Comparator.comparing(complexities::get);
    }

    /** Adds the relative view and reports on its anchors. */
    AnchorsReport relative(
            Expression similarity,
            Anchors anchors,
            String chosen,
            List<AnchorAppraiser> appraisers,
            Run run) {
        try {
            Space source = project(similarity, spaces.trainingSource(), spaces.source(), anchors);
            run.step(1, 4);
            Space target = project(similarity, spaces.trainingTarget(), spaces.target(), anchors);
            run.step(2, 4);
            pairs.add(Representation.of(RELATIVE, Role.RELATIVE, source, target));
            singles.add(Representation.single("relative-source", source));
            singles.add(Representation.single("relative-target", target));
        } catch (InvalidInputException refused) {
            pairs.add(Representation.absent(RELATIVE, Role.RELATIVE, refused.getMessage()));
        } catch (PluginFailureException broken) {
            withoutRelative(failures.add(broken));
        }
        return new AnchorsReport(
                chosen,
                similarity.toString(),
                anchors.size(),
                appraise(spaces.trainingSource(), anchors, appraisers, run.part("source", 0.25)),
                appraise(spaces.trainingTarget(), anchors, appraisers, run.part("target", 0.25)));
    }

    /** Records why there is no relative view. */
    void withoutRelative(String reason) {
        pairs.add(Representation.absent(RELATIVE, Role.RELATIVE, reason));
    }

    private Space project(Expression similarity, Space training, Space space, Anchors anchors) {
        return named.use(
                Kind.SIMILARITY,
                Similarity.class,
                similarity,
                configured -> {
                    Matrix learnt = training.latents();
                    Matrix form =
                            configured
                                    .plugin()
                                    .calibrate(learnt)
                                    .compare(space.latents(), anchors.place(learnt));
                    return new Space(space.name() + ", relative", form, space.labels());
                });
    }

    private Map<String, Double> appraise(
            Space space, Anchors anchors, List<AnchorAppraiser> appraisers, Run run) {
        Map<String, Double> told = new LinkedHashMap<>();
        for (AnchorAppraiser appraiser : appraisers) {
            try {
                CheckedPlugin.ofNameless(AnchorAppraiser.class, appraiser)
                        .appraise(space.latents(), anchors.place(space.latents()), run)
                        .forEach(told::putIfAbsent);
            } catch (PluginFailureException broken) {
                failures.add(broken);
            } catch (InvalidInputException refused) {
                run.note("no report on the anchors: " + refused.getMessage());
            }
        }
        return told;
    }

    /**
     * Fits an aligner on the training part in both directions, and adds the views of the mapped
     * held-out part.
     */
    void align(Expression aligner, Run run) {
        try {
            named.use(
                    Kind.ALIGNER,
                    Aligner.class,
                    aligner,
                    configured -> {
                        align(aligner.toString(), configured.plugin(), run);
                        return aligner;
                    });
        } catch (InvalidInputException | UnavailableException refused) {
            withoutAligner(aligner.toString(), refused.getMessage());
        } catch (PluginFailureException broken) {
            withoutAligner(aligner.toString(), failures.add(broken));
        }
    }

    private void align(String name, Aligner aligner, Run run) {
        Space from = spaces.trainingSource();
        Space to = spaces.trainingTarget();
        Run forth = run.part("to the target", 0.5);
        Alignment there = aligner.fit(AlignmentProblem.paired(from, to), forth);
        forth.step(1, 1);
        Matrix source = there.apply(spaces.source().latents());
        CollapsedImage.refuse(spaces.source().name(), spaces.source().latents(), name, source);
        Map<String, Double> told = there.diagnostics();
        Complexity complexity = Complexity.of(name, aligner, there, from.width(), to.width());
        Matrix target = null;
        Map<String, Double> back = Map.of();
        String reason = "";
        try {
            Alignment inverse =
                    aligner.fit(AlignmentProblem.paired(to, from), run.part("to the source", 0.5));
            back = inverse.diagnostics();
            target = inverse.apply(spaces.target().latents());
            CollapsedImage.refuse(spaces.target().name(), spaces.target().latents(), name, target);
        } catch (InvalidInputException | UnavailableException refused) {
            reason = refused.getMessage();
        } catch (PluginFailureException broken) {
            reason = failures.add(broken);
        }
        Space mapped =
                new Space(
                        spaces.source().name() + ", by " + name, source, spaces.source().labels());
        pairs.add(Representation.of(name, Role.ALIGNED, mapped, spaces.target()));
        singles.add(Representation.single(name, mapped));
        images.add(new HeldOutImages(name, source, target, "", reason));
        complexities.put(name, complexity);
        aligners.add(new AlignerReport(name, from.size(), told, back, ""));
    }

    /** Records why an aligner gives no map. */
    void withoutAligner(String aligner, String reason) {
        pairs.add(Representation.absent(aligner, Role.ALIGNED, reason));
        images.add(HeldOutImages.absent(aligner, reason));
        aligners.add(new AlignerReport(aligner, 0, Map.of(), Map.of(), reason));
    }
}
