package org.pagetck.properties.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.properties.law.LawBreakers.altered;
import static org.pagetck.properties.law.LawBreakers.fault;
import static org.pagetck.properties.law.LawBreakers.remembering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.choice.RandomChoices;
import org.pagetck.properties.exhaust.OperationMapper;
import org.pagetck.properties.generate.TraceGenerator;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.session.Workplace;
import org.pagetck.properties.subject.JavaSubject;

/// Each law is broken by a mapper that is made to, and kept by right ones.
class LawsTest {
  private static final long GLOBAL_BIT = EntryFlags.GLOBAL;

  private static Optional<Laws.Breach> check(
      MapperProvider provider, Requirement requirement, String lines) {
    var contract = DeclarationText.parseLines(provider.describe()).orThrow().contract();
    var calls = new ArrayList<Operation>();
    TraceText.parse("pagetck-trace 1\n" + lines).orThrow().lines().stream()
        .map(TraceLine.Call.class::cast)
        .forEach(line -> calls.add(line.operation()));
    try (var place = new Workplace(new JavaSubject("test", provider), MmuPanel.none())) {
      var bench = new LawBench(place, Setup.DEFAULT, contract);
      return Laws.checkLast(calls, bench, new Verdicts(), Optional.of(requirement));
    }
  }

  private static void assertBroken(MapperProvider provider, Requirement requirement, String lines) {
    assertThat(check(OperationMapper.right(), requirement, lines)).isEmpty();
    assertThat(check(provider, requirement, lines))
        .hasValueSatisfying(breach -> {
          assertThat(breach.accusation().requirement()).isEqualTo(requirement);
          assertThat(breach.accusation().evidence()).contains("compared with: ");
        });
  }

  private static Function<Operation, Outcome> changing(
      Mapper right, Function<Outcome.Removed, Outcome> change) {
    return call ->
        right.apply(call) instanceof Outcome.Removed removed
            ? change.apply(removed)
            : right.apply(call);
  }

  /// Returns the entry of a 4 KiB page at address 0.
  private static long entry(Host host) {
    var frame = host.root();
    for (var level = 4; level > 1; level--) {
      frame = host.memory().load(frame) & 0x000f_ffff_ffff_f000L;
    }
    return frame;
  }

  @Test
  void anUnmapThatLeavesAMarkBreaksMapThenUnmap() {
    var marking =
        altered((right, host) ->
            call -> {
              var outcome = right.apply(call);
              if (outcome instanceof Outcome.Removed) {
                host.memory().store(entry(host), 1L << 9);
              }
              return outcome;
            });

    assertBroken(marking, Requirement.ALG_01, "map 4K 0x0 0x1000 PRESENT\n");
  }

  @Test
  void anUnmapThatForgetsAFlagBreaksUnmapThenMap() {
    var forgetful =
        altered((right, _) ->
            call -> {
              var outcome = right.apply(call);
              return outcome instanceof Outcome.Removed(var frame, var flags, var flush)
                  ? new Outcome.Removed(frame, flags.without(EntryFlags.WRITABLE), flush)
                  : outcome;
            });

    assertBroken(
        forgetful, Requirement.ALG_02, "map 4K 0x0 0x1000 PRESENT|WRITABLE\nunmap 4K 0x0\n");
  }

  @Test
  void aCountOfMapsBreaksTheOrderOfDisjointCalls() {
    var counting =
        altered((right, _) -> {
          var maps = new int[1];
          return call ->
              right.apply(
                  call instanceof Operation.Map(var page, var size, var frame, var flags)
                          && maps[0]++ == 1
                      ? new Operation.Map(
                          page, size, frame, new EntryFlags(flags.bits() | GLOBAL_BIT))
                      : call);
        });

    assertBroken(
        counting, Requirement.ALG_03, "map 4K 0x0 0x1000 PRESENT\nmap 4K 0x1000 0x2000 PRESENT\n");
  }

  @Test
  void anUpdateThatTogglesBreaksItsRepetition() {
    var toggling =
        altered((right, host) ->
            call -> {
              var outcome = right.apply(call);
              if (call instanceof Operation.UpdateFlags && outcome instanceof Outcome.Done) {
                var at = entry(host);
                var mark = host.memory().load(host.root()) >>> 52 & 1;
                host.memory().store(host.root(), host.memory().load(host.root()) ^ 1L << 52);
                host.memory().store(at, host.memory().load(at) | mark << 52);
              }
              return outcome;
            });

    assertBroken(
        toggling, Requirement.ALG_04, "map 4K 0x0 0x1000 PRESENT\nupdate-flags 4K 0x0 PRESENT\n");
  }

  @Test
  void linksThatAreNeverWidenedBreakTheOrderOfMaps() {
    assertBroken(
        fault("F05"),
        Requirement.ALG_05,
        "map 4K 0x0 0x1000 PRESENT|WRITABLE|USER\nmap 4K 0x1000 0x2000 PRESENT\n");
  }

  @Test
  void aSmallPageThatGoesElsewhereBreaksTheLargeOne() {
    var skewed =
        altered((right, _) ->
            call ->
                right.apply(
                    call instanceof Operation.Map(var page, var size, var frame, var flags)
                            && page == 0x1f_f000
                        ? new Operation.Map(page, size, frame + 0x1000, flags)
                        : call));

    assertBroken(skewed, Requirement.ALG_06, "map 2M 0x0 0x200000 PRESENT\n");
  }

  @Test
  void aFlagLostInTheUpperHalfBreaksMovedCalls() {
    var lopsided =
        altered((right, _) ->
            call ->
                right.apply(
                    call instanceof Operation.Map(var page, var size, var frame, var flags)
                            && page < 0
                        ? new Operation.Map(page, size, frame, flags.without(GLOBAL_BIT))
                        : call));

    assertBroken(lopsided, Requirement.ALG_07, "map 4K 0x0 0x1000 PRESENT|GLOBAL\n");
  }

  @Test
  void aFlagThatIsLostBreaksItsReading() {
    assertBroken(fault("F46"), Requirement.ALG_08, "map 4K 0x0 0x1000 PRESENT|NO_EXECUTE\n");
  }

  @Test
  void whatAMapperKeepsToItselfBreaksItsOpeningAnew() {
    assertBroken(remembering(), Requirement.ALG_09, "map 4K 0x0 0x1000 PRESENT\nunmap 4K 0x0\n");
  }

  @Test
  void aClearThatGivesAnotherFrameIsNotLikeAnUnmap() {
    var clearing =
        altered((right, _) ->
            call ->
                call instanceof Operation.Clear
                    ? changing(
                            right,
                            removed ->
                                new Outcome.Removed(
                                    removed.frame() + 0x1000, removed.flags(), Flush.PAGE))
                        .apply(call)
                    : right.apply(call));

    assertBroken(clearing, Requirement.CLR_01, "map 4K 0x0 0x1000 PRESENT\nclear 4K 0x0\n");
  }

  @Test
  void linkFlagsThatAreAddedAreNotSetBack() {
    var adding =
        altered((right, host) ->
            call -> {
              var before = host.memory().load(host.root());
              var outcome = right.apply(call);
              if (call instanceof Operation.SetTableFlags && outcome instanceof Outcome.Done) {
                host.memory().store(host.root(), host.memory().load(host.root()) | before);
              }
              return outcome;
            });

    assertBroken(
        adding,
        Requirement.TFL_01,
        "map 4K 0x0 0x1000 PRESENT\nset-table-flags 0x0 level=4 PRESENT|WRITABLE\n");
  }

  @Test
  void aCleanUpThatForgetsMarkersChangesMoreThanEmptyTables() {
    assertBroken(
        fault("F57"),
        Requirement.CLN_01,
        "map 4K 0x0 0x1000 WRITABLE\nclean-up 0x0 0xffffffffffffffff\n");
  }

  @ParameterizedTest
  @CsvSource({"mapped", "offset", "recursive"})
  void rightMappersKeepEachLaw(String name) {
    var provider =
        ServiceLoader.load(MapperProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow();
    var contract = DeclarationText.parseLines(provider.describe()).orThrow().contract();
    var verdicts = new Verdicts();
    try (var place = new Workplace(new JavaSubject("test", provider), MmuPanel.none())) {
      for (var seed = 0; seed < 400; seed++) {
        var generator = new TraceGenerator(new RandomChoices(seed), contract);
        var calls = new ArrayList<Operation>();
        for (var i = 0; i < Math.min(generator.length(), 24); i++) {
          if (generator.next() instanceof TraceLine.Call(Operation operation)) {
            calls.add(operation);
          }
        }
        var bench = new LawBench(place, generator.setup(), contract);
        assertThat(Laws.check(calls, bench, verdicts)).isEmpty();
        if (seed % 8 == 0) {
          assertThat(Laws.checkThoroughly(calls, seed, bench, verdicts)).isEmpty();
        }
      }
    }
    for (var requirement :
        List.of(
            Requirement.ALG_01,
            Requirement.ALG_02,
            Requirement.ALG_03,
            Requirement.ALG_04,
            Requirement.ALG_05,
            Requirement.ALG_06,
            Requirement.ALG_07,
            Requirement.ALG_08,
            Requirement.ALG_09,
            Requirement.CLR_01,
            Requirement.TFL_01,
            Requirement.CLN_01)) {
      assertThat(verdicts.exercised(requirement)).as(requirement.id()).isPositive();
    }
  }
}
