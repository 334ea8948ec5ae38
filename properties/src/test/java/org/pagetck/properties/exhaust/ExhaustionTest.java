package org.pagetck.properties.exhaust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.entry.EntryFormat;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.subject.JavaSubject;

class ExhaustionTest {
  private static Declaration declaration(MapperProvider provider) {
    return DeclarationText.parseLines(provider.describe()).orThrow();
  }

  private static Universe universe(MapperProvider provider, Universes universe) {
    return universe.under(declaration(provider).contract());
  }

  private static ExhaustResult search(MapperProvider provider, ExhaustPlan plan) {
    var contracts = new Contracts(declaration(provider), Optional.empty());
    var subject = new JavaSubject("test", provider);
    return new Exhaustion(subject, contracts, plan, (_, _, _, _, _) -> {}).run();
  }

  private static ExhaustResult searchSmall(MapperProvider provider) {
    return search(provider, ExhaustPlan.toTheEnd(universe(provider, Universes.SMALL), 1));
  }

  private static MapperProvider altered(String declares, OperationMapper.Behaviour behaviour) {
    return new OperationMapper.Provider(declares, behaviour);
  }

  /// Counts what the model alone can be brought to.
  private static int spaces(MapperProvider provider, Universe universe) {
    var contract = declaration(provider).contract();
    var setup = universe.setup();
    var format =
        new EntryFormat(
            contract.physicalWidth(),
            contract.noExecute(),
            setup.memoryStart(),
            setup.memoryBytes());
    Set<AddressSpace> reached = new HashSet<>();
    Set<AddressSpace> waiting =
        Set.of(AddressSpace.empty(new SpaceRules(contract, setup.levels(), format)));
    while (!waiting.isEmpty()) {
      reached.addAll(waiting);
      Set<AddressSpace> next = new HashSet<>();
      for (var space : waiting) {
        for (var move : universe.moves()) {
          if (move.line() instanceof TraceLine.Call(Operation operation)) {
            next.add(space.apply(operation, move.budget().frames()).next());
          }
        }
      }
      next.removeAll(reached);
      waiting = next;
    }
    return reached.size();
  }

  @Test
  void allStatesOfTheModelAreReachedInMemoryAndNoOthers() {
    var right = OperationMapper.right();
    var result = searchSmall(right);

    assertThat(result.closed()).isTrue();
    assertThat(result.findings()).isEmpty();
    assertThat(result.misses()).isEmpty();
    assertThat(result.errors()).isEmpty();
    assertThat(result.states()).isEqualTo(spaces(right, result.universe()));
    assertThat(result.transitions()).isEqualTo(result.states() * result.universe().moveCount());
  }

  @Test
  void theNumberOfJobsChangesNothing() {
    var faulty =
        altered(
            "",
            (right, _) ->
                call -> call instanceof Operation.Unmap ? Outcome.DONE : right.apply(call));
    var universe = universe(faulty, Universes.DEFAULT);
    var plan = ExhaustPlan.toTheEnd(universe, 1).withDepth(3);
    var alone = search(faulty, plan);
    var together = search(faulty, ExhaustPlan.toTheEnd(universe, 3).withDepth(3));

    assertThat(together.states()).isEqualTo(alone.states());
    assertThat(together.transitions()).isEqualTo(alone.transitions());
    assertThat(together.findings())
        .isNotEmpty()
        .extracting(it -> it.finding().trace(), ExhaustResult.Shortest::times)
        .isEqualTo(
            alone.findings().stream()
                .map(it -> org.assertj.core.groups.Tuple.tuple(it.finding().trace(), it.times()))
                .toList());
  }

  @Test
  void aFindingIsShownByTheFewestMovesThatItTakes() {
    // Only a clean-up after the 1 GiB page was mapped where a table had been.
    var forgetful =
        altered(
            "",
            (right, host) ->
                call -> {
                  var outcome = right.apply(call);
                  var entry = host.memory().load(host.root());
                  var isHuge =
                      (entry & 1) != 0
                          && (host.memory().load(entry & -0x1000 & (1L << 52) - 1) & 0x81) == 0x81;
                  return isHuge && call instanceof Operation.CleanUp
                      ? Outcome.refused(org.pagetck.model.operation.Refusal.NOT_MAPPED)
                      : outcome;
                });
    var result = searchSmall(forgetful);

    assertThat(result.closed()).isTrue();
    assertThat(result.findings())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.moves()).isEqualTo(2);
          assertThat(it.finding().requirement()).isEqualTo(Requirement.CLN_01);
          assertThat(it.finding().trace().lines())
              .extracting(LineText::print)
              .containsExactly("map 1G 0x0 0x0 PRESENT", "clean-up 0x0 0xffffffffffffffff");
        });
  }

  @Test
  void otherMovesGoOnWhereOneViolates() {
    var faulty =
        altered(
            "",
            (right, _) ->
                call ->
                    call instanceof Operation.Translate
                        ? Outcome.refused(org.pagetck.model.operation.Refusal.NOT_MAPPED)
                        : right.apply(call));
    var right = searchSmall(OperationMapper.right());
    var result = searchSmall(faulty);

    assertThat(result.findings()).isNotEmpty();
    assertThat(result.states()).isEqualTo(right.states());
    assertThat(result.closed()).isTrue();
  }

  @Test
  void whatAMapperKeepsToItselfIsNoticed() {
    var counting =
        altered(
            "",
            (right, _) -> {
              var calls = new int[1];
              return call ->
                  call instanceof Operation.Unmap && calls[0]++ == 1
                      ? Outcome.refused(org.pagetck.model.operation.Refusal.NOT_MAPPED)
                      : right.apply(call);
            });
    var result = searchSmall(counting);

    assertThat(result.closed()).isFalse();
    assertThat(result.errors()).anySatisfy(error -> assertThat(error).contains("restored mapper"));
  }

  @Test
  void aMapperThatCannotBeRestoredIsRunAnewForEachSequenceOfMoves() {
    var hidden =
        altered(
            "restorable = no\n",
            (right, _) -> {
              var unmapped = new int[1];
              return call -> {
                unmapped[0] += call instanceof Operation.Unmap ? 1 : 0;
                return call instanceof Operation.Translate && unmapped[0] == 1
                    ? Outcome.refused(org.pagetck.model.operation.Refusal.NON_CANONICAL)
                    : right.apply(call);
              };
            });
    var universe = universe(hidden, Universes.SMALL);
    var result = search(hidden, ExhaustPlan.toTheEnd(universe, 2).withDepth(2));

    assertThat(result.merged()).isFalse();
    assertThat(result.closed()).isFalse();
    assertThat(result.depth()).isEqualTo(2);
    assertThat(result.transitions())
        .isEqualTo(universe.moveCount() + (long) universe.moveCount() * universe.moveCount());
    assertThat(result.findings())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.moves()).isEqualTo(2);
          assertThat(it.finding().trace().lines())
              .extracting(LineText::print)
              .containsExactly("unmap 4K 0x0", "translate 0x0");
        });
  }

  @Test
  void aMapperOfWhichAnswersAloneAreSeenIsSearchedToADepth() {
    var silent = altered("effects = none\n", (right, _) -> right::apply);
    var universe = universe(silent, Universes.SMALL);
    var result = search(silent, ExhaustPlan.toTheEnd(universe, 1).withDepth(1));

    assertThat(result.merged()).isFalse();
    assertThat(result.findings()).isEmpty();
    assertThat(result.transitions()).isEqualTo(universe.moveCount());
  }

  @Test
  void aStrayStoreIsFoundWhereOnlyBytesAreCompared() {
    var straying =
        altered(
            "effects = diff\n",
            (right, host) ->
                call -> {
                  var outcome = right.apply(call);
                  if (call instanceof Operation.Unmap && outcome instanceof Outcome.Removed) {
                    host.memory().store(host.memory().start() + 0x80_000, 1);
                  }
                  return outcome;
                });
    var result = searchSmall(straying);

    assertThat(result.findings())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.finding().requirement()).isEqualTo(Requirement.FRM_03);
          assertThat(it.moves()).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "levels = 5, 5",
    "sizes = 4K, 4",
    "virtual-range = upper, 4",
    "virtual-range = lower, 4",
    "effects = diff, 4",
    "operations = map unmap update-flags translate-page translate, 4",
  })
  void aRightMapperIsRightUnderWhateverItDeclares(String declares, int levels) {
    var provider = altered(declares + "\n", (right, _) -> right::apply);
    var result = searchSmall(provider);

    assertThat(result.universe().setup().levels()).isEqualTo(levels);
    assertThat(result.closed()).isTrue();
    assertThat(result.findings()).isEmpty();
    assertThat(result.states()).isGreaterThan(5);
  }

  @Test
  void aSearchThatIsCutShortSaysSo() {
    var right = OperationMapper.right();
    var plan = ExhaustPlan.toTheEnd(universe(right, Universes.DEFAULT), 1);
    var timed = search(right, plan.withTime(Optional.of(Duration.ofMillis(300))));
    var shallow = search(right, plan.withDepth(1));

    assertThat(timed.unclosed()).hasValueSatisfying(it -> assertThat(it).contains("time"));
    assertThat(shallow.unclosed())
        .hasValueSatisfying(it -> assertThat(it).contains("1 moves deep"));
    assertThat(shallow.depth()).isEqualTo(1);
    assertThat(shallow.transitions()).isEqualTo(plan.universe().moveCount());
  }

  @Test
  void traces_of_states_lead_where_the_search_restored_them() {
    var right = OperationMapper.right();
    var plan = ExhaustPlan.toTheEnd(universe(right, Universes.DEFAULT), 2).withDepth(4);
    var result = search(right, plan);

    assertThat(result.checked()).isGreaterThan(3);
    assertThat(result.errors()).isEmpty();
    assertThat(result.findings()).isEmpty();
  }
}
