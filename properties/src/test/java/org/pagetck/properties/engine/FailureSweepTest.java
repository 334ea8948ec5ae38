package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.pagetck.model.address.Levels;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.RunResult;
import org.pagetck.properties.exhaust.OperationMapper;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.subject.JavaSubject;

/// Each allocation of a trace fails once: what only one of them shows is found, whichever it is.
class FailureSweepTest {
  private static final long TRACES = 4_000;

  private static boolean isWithoutFrame(Outcome outcome) {
    return outcome instanceof Outcome.Refused(Refusal reason) && reason == Refusal.NO_FRAME;
  }

  /// Returns how many links lead towards `address`.
  private static int depth(Host host, long address) {
    var frame = host.root();
    for (var level = host.levels(); level >= 1; level--) {
      var at = frame + (long) Levels.index(address, level) * Levels.ENTRY_BYTES;
      var word = host.memory().load(at);
      var isLink = (word & EntryFlags.PRESENT) != 0 && (word & EntryFlags.HUGE_PAGE) == 0;
      if (level == 1 || !isLink) {
        return host.levels() - level;
      }
      frame = EntryWord.linkAddress(word);
    }
    return host.levels();
  }

  /// A mapper that throws in place of the refusal where one of `calls` that needs `missing` tables
  /// got `had` of them, and is not among its first calls.
  private static OperationMapper.Behaviour throwing(
      Predicate<Operation> calls, int missing, int had, int earlierCalls) {
    return (right, host) -> {
      var count = new int[1];
      return call -> {
        var page = call instanceof Operation.OnPage onPage ? onPage.page() : 0;
        var before = depth(host, page);
        var outcome = right.apply(call);
        var isThere =
            call instanceof Operation.OnPage onPage
                && host.levels() - onPage.size().leafLevel() - before == missing;
        if (count[0]++ >= earlierCalls
            && isThere
            && calls.test(call)
            && isWithoutFrame(outcome)
            && depth(host, page) - before == had) {
          throw new IllegalStateException("no frame");
        }
        return outcome;
      };
    };
  }

  private static RunResult check(MapperProvider provider) {
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var plan = CheckPlan.defaults(1).withTraces(TRACES);
    return new Checker(
            new JavaSubject("test", provider),
            new Contracts(declaration, Optional.empty()),
            plan,
            _ -> {})
        .run();
  }

  private static void assertCaught(MapperProvider provider, int callsMax) {
    var result = check(provider);

    assertThat(result.errors()).isEmpty();
    assertThat(result.findings())
        .anySatisfy(finding -> {
          assertThat(finding.requirement()).isEqualTo(Requirement.FAL_03);
          assertThat(finding.trace().callCount()).isLessThanOrEqualTo(callsMax);
        });
  }

  @Test
  void theSecondOfThreeTablesOfASmallPageLateInATrace() {
    assertCaught(
        new OperationMapper.Provider(
            "", throwing(call -> call instanceof Operation.AnyMap, 3, 1, 12)),
        13);
  }

  @Test
  void theThirdOfFourTablesUnderAFifthLevel() {
    assertCaught(
        new OperationMapper.Provider(
            "", throwing(call -> call instanceof Operation.AnyMap, 4, 2, 0)),
        1);
  }

  @Test
  void theOnlyTableOfALargePageWithTableFlags() {
    assertCaught(
        new OperationMapper.Provider(
            "",
            throwing(
                call ->
                    call instanceof Operation.MapWithTableFlags map
                        && map.size() == PageSize.SIZE_1G,
                1,
                0,
                0)),
        1);
  }

  /// Splits take frames, too.
  @Test
  void theSecondOfTwoTablesThatAPageIsSplitInto() {
    FailureSweepTest.class.getModule().addUses(FaultProvider.class);
    var splitting =
        ServiceLoader.load(FaultProvider.class).stream()
            .map(provider -> provider.get().keeping("splitting", "huge-part = split\n"))
            .findFirst()
            .orElseThrow();
    var behaviour =
        throwing(
            call -> call instanceof Operation.Unmap || call instanceof Operation.UpdateFlags,
            2,
            1,
            0);
    assertCaught(
        new MapperProvider() {
          @Override
          public String name() {
            return splitting.name();
          }

          @Override
          public String describe() {
            return splitting.describe();
          }

          @Override
          public OperationMapper open(Host host) {
            return new OperationMapper(behaviour.apply(splitting.open(host), host));
          }
        },
        2);
  }

  /// A map that goes wrong hides what it does without frames from the traces that it ends.
  private static MapperProvider twiceWrong() {
    return new OperationMapper.Provider(
        "",
        (right, _) ->
            call -> {
              var isRare =
                  call instanceof Operation.Map map
                      && map.flags().has(EntryFlags.GLOBAL | EntryFlags.NO_EXECUTE);
              if (!isRare || !(call instanceof Operation.Map map)) {
                return right.apply(call);
              }
              var outcome =
                  right.apply(
                      new Operation.Map(
                          map.page(),
                          map.size(),
                          map.frame(),
                          map.flags().without(EntryFlags.GLOBAL)));
              if (isWithoutFrame(outcome)) {
                throw new IllegalStateException("no frame");
              }
              return outcome;
            });
  }

  @Test
  void whatTheTraceOfAFindingShowsWithoutFramesIsAFindingOfItsOwn() {
    var provider = twiceWrong();
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var trace =
        TraceText.parse(
                """
                pagetck-trace 1
                map 4K 0x0 0x0 PRESENT|GLOBAL|NO_EXECUTE
                """)
            .orThrow();
    var contracts = new Contracts(declaration, Optional.empty());
    try (var runner =
        new TraceRunner(new JavaSubject("test", provider), contracts, MmuPanel.none())) {
      assertThat(runner.replay(trace, Tally.withoutClasses(), null))
          .hasValueSatisfying(
              failure -> assertThat(failure.primary().requirement()).isEqualTo(Requirement.MAP_01));
      assertThat(runner.sweep(trace))
          .hasSize(3)
          .allSatisfy(
              failure -> assertThat(failure.primary().requirement()).isEqualTo(Requirement.FAL_03));
    }
    assertThat(check(provider).findings())
        .extracting(finding -> finding.requirement())
        .contains(Requirement.MAP_01, Requirement.FAL_03);
  }

  @Test
  void aRightMapperIsSweptWithoutAFinding() {
    var result = check(OperationMapper.right());

    assertThat(result.findings()).isEmpty();
    assertThat(
            result.requirements().stream()
                .filter(it -> it.requirement() == Requirement.FAL_03)
                .mapToLong(it -> it.exercised())
                .sum())
        .isGreaterThan(TRACES / 2);
  }
}
