package org.pagetck.properties.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pagetck.properties.law.LawBreakers.altered;
import static org.pagetck.properties.law.LawBreakers.fault;
import static org.pagetck.properties.law.LawBreakers.remembering;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.LineText;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.verdict.RunVerdict;
import org.pagetck.properties.engine.CheckPlan;
import org.pagetck.properties.engine.Checker;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.exhaust.OperationMapper;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.session.Workplace;
import org.pagetck.properties.subject.JavaSubject;

/// What only laws show is found, shrunk and named; what the model shows is blamed by laws too.
class LawsInChecksTest {
  private static Optional<Laws.Breach> checkBoundaries(MapperProvider provider) {
    var contract = DeclarationText.parseLines(provider.describe()).orThrow().contract();
    var verdicts = new Verdicts();
    try (var place = new Workplace(new JavaSubject("test", provider), MmuPanel.none())) {
      var bench = new LawBench(place, Setup.DEFAULT, contract);
      return LongStream.range(0, contract.sizes().size())
          .mapToObj(number -> Laws.checkBoundaries(number, bench, verdicts))
          .flatMap(Optional::stream)
          .findFirst();
    }
  }

  /// Each row: what a map does, to the one page, frame or flag that nothing but a sweep meets.
  static List<UnaryOperator<Operation.Map>> spoiledBoundaries() {
    return List.of(
        map -> map.frame() == 1L << 38 ? with(map, 0, map.flags()) : map,
        map -> map.frame() == 1L << 51 ? with(map, 0, map.flags()) : map,
        map ->
            map.flags().bits() == (EntryFlags.PRESENT | 1L << 57)
                ? with(map, map.frame(), map.flags().without(1L << 57))
                : map,
        map ->
            map.page() == 0x1ffL << 39 << 16 >> 16
                ? with(map, map.frame(), map.flags().without(EntryFlags.PAT))
                : map,
        map ->
            map.size() == PageSize.SIZE_1G
                ? with(map, map.frame(), map.flags().without(EntryFlags.PAT))
                : map);
  }

  private static Operation.Map with(Operation.Map map, long frame, EntryFlags flags) {
    return new Operation.Map(map.page(), map.size(), frame, flags);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("spoiledBoundaries")
  void whatIsLostAtOneBoundaryBreaksItsReading(UnaryOperator<Operation.Map> spoiled) {
    var provider =
        altered((right, _) ->
            call -> right.apply(call instanceof Operation.Map map ? spoiled.apply(map) : call));

    assertThat(checkBoundaries(OperationMapper.right())).isEmpty();
    assertThat(checkBoundaries(provider))
        .hasValueSatisfying(breach -> {
          assertThat(breach.accusation().requirement()).isEqualTo(Requirement.ALG_08);
          assertThat(breach.calls()).hasSize(1);
        });
  }

  /// A fault that the model shows is blamed by the law as well, where the shrunk calls break it.
  @ParameterizedTest
  @CsvSource({"F05, ALG_05", "F18, ALG_02", "F23, ALG_02", "F46, ALG_08"})
  void whatTheModelShowsIsBlamedByTheLawToo(String id, Requirement law) {
    var provider = fault(id);
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var result =
        new Checker(
                new JavaSubject(id, provider),
                new Contracts(declaration, Optional.empty()),
                CheckPlan.defaults(1).withTraces(600),
                _ -> {})
            .run();

    assertThat(result.findings()).anySatisfy(finding -> assertThat(finding.also()).contains(law));
  }

  @Test
  void aCheckFindsWhatOnlyALawShowsAndShrinksIt() {
    var provider = remembering();
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var plan = CheckPlan.defaults(1).withTraces(2_000);
    var result =
        new Checker(
                new JavaSubject("test", provider),
                new Contracts(declaration, Optional.empty()),
                plan,
                _ -> {})
            .run();

    assertThat(result.verdict()).isEqualTo(RunVerdict.FINDINGS);
    assertThat(result.errors()).isEmpty();
    assertThat(result.findings())
        .filteredOn(finding -> finding.requirement() == Requirement.ALG_09)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.title())
              .isEqualTo("a mapper opened anew over the same bytes answers otherwise");
          assertThat(finding.trace().lines())
              .extracting(LineText::print)
              .containsExactly("map 4K 0x0 0x0 PRESENT", "unmap 4K 0x0");
        });
  }
}
