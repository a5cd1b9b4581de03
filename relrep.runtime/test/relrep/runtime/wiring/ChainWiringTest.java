package relrep.runtime.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

import relrep.api.metric.OutputMetric;
import relrep.api.metric.PairMetric;
import relrep.api.similarity.PointSimilarity;
import relrep.runtime.provenance.Services;
import relrep.runtime.run.TinyWorld;
import relrep.workbench.plugins.Kind;

import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ChainWiringTest {
    private static final RequiredPlugins REQUIRED =
            RequiredPlugins.of(TinyWorld.define(TinyWorld.EXPERIMENT));

    private static Dictionary<String, Object> wired(Map<String, Class<?>> there) {
        return new ChainWiring((kind, name) -> Optional.ofNullable(there.get(name)))
                .properties(REQUIRED, "tiny-1", 3);
    }

    @Test
    void eachReferenceAsksForTheNamesAndTheirNumber() {
        Dictionary<String, Object> properties = wired(Map.of());
        assertEquals("(|(relrep.name=heaps))", properties.get("dataset.target"));
        assertEquals(1, properties.get("dataset.cardinality.minimum"));
        assertEquals(
                "(|(relrep.name=rotor)(relrep.name=pca))", properties.get("architecture.target"));
        assertEquals(2, properties.get("architecture.cardinality.minimum"));
        assertEquals("(|(relrep.name=shift))", properties.get("aligner.target"));
        assertEquals("tiny-1", properties.get("relrep.job"));
        assertEquals(3, properties.get("relrep.generation"));
    }

    @Test
    void aReferenceWithoutNamesBindsNothing() throws InvalidSyntaxException {
        Dictionary<String, Object> properties = wired(Map.of());
        assertEquals(0, properties.get("experiment.cardinality.minimum"));
        String target = (String) properties.get("experiment.target");
        assertEquals(
                false,
                FrameworkUtil.createFilter(target).matches(Map.of("relrep.name", "anything")));
    }

    @Test
    void aPluginIsExpectedWhereItIsAndElseWhereItProbablyWillBe() {
        Dictionary<String, Object> there =
                wired(
                        Map.of(
                                "product", PointSimilarity.class,
                                "apart", PairMetric.class,
                                "wrong", OutputMetric.class));
        assertEquals("(|(relrep.name=product))", there.get("pointSimilarity.target"));
        assertEquals(0, there.get("similarity.cardinality.minimum"));
        assertEquals("(|(relrep.name=apart))", there.get("pairMetric.target"));
        assertEquals("(|(relrep.name=wrong))", there.get("outputMetric.target"));
        assertEquals("(|(relrep.name=level)(relrep.name=longer))", there.get("spaceMetric.target"));
        assertEquals("(|(relrep.name=product))", wired(Map.of()).get("similarity.target"));
    }

    @Test
    void aNetworkIsAnEncoderWhereAnEncoderAloneHasItsName() {
        assertEquals(
                List.of(Kind.ARCHITECTURE, Kind.ARCHITECTURE, Kind.ARCHITECTURE),
                networks(REQUIRED.resolved((kind, name) -> false)));
        assertEquals(
                List.of(Kind.ENCODER, Kind.ENCODER, Kind.ARCHITECTURE),
                networks(
                        REQUIRED.resolved(
                                (kind, name) -> kind == Kind.ENCODER || name.equals("pca"))));
    }

    private static List<Kind> networks(RequiredPlugins required) {
        return required.uses().stream()
                .filter(use -> List.of("rotor", "pca").contains(use.name()))
                .map(RequiredPlugins.Use::kind)
                .toList();
    }

    @Test
    void namesAreNoFilters() throws InvalidSyntaxException {
        String filter = Services.filter(List.of("a)(b", "*", "c\\"));
        assertTrue(FrameworkUtil.createFilter(filter).matches(Map.of("relrep.name", "a)(b")));
        assertTrue(FrameworkUtil.createFilter(filter).matches(Map.of("relrep.name", "*")));
        assertEquals(false, FrameworkUtil.createFilter(filter).matches(Map.of("relrep.name", "x")));
    }

    @Test
    void everyContractHasAReferenceSinceAnOptionMayNameAnyPlugin() {
        Dictionary<String, Object> properties = wired(Map.of());
        for (Kind kind : Kind.values()) {
            for (Class<?> contract : kind.contracts()) {
                assertTrue(
                        properties.get(ChainWiring.reference(contract) + ".target") != null,
                        contract.getName());
            }
        }
    }
}
