package org.pagetck.properties.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Setup;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.judge.MmuPanel;
import org.pagetck.properties.judge.Verdicts;
import org.pagetck.properties.session.Workplace;
import org.pagetck.properties.subject.JavaSubject;

/// What a processor sets between load and store: exchanges keep it, stores lose it.
class MarksAreKeptTest {
  private static MapperProvider keeping(String declares) {
    MarksAreKeptTest.class.getModule().addUses(FaultProvider.class);
    return ServiceLoader.load(FaultProvider.class).stream()
        .map(provider -> provider.get().keeping("keeping", declares))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Laws.Breach> check(
      MapperProvider provider, String lines, Verdicts verdicts) {
    var contract = DeclarationText.parseLines(provider.describe()).orThrow().contract();
    var calls = new ArrayList<Operation>();
    TraceText.parse("pagetck-trace 1\n" + lines.replace("; ", "\n") + "\n")
        .orThrow()
        .lines()
        .stream()
        .map(TraceLine.Call.class::cast)
        .forEach(line -> calls.add(line.operation()));
    try (var place = new Workplace(new JavaSubject("test", provider), MmuPanel.none())) {
      var bench = new LawBench(place, Setup.DEFAULT, contract);
      return Laws.checkLast(calls, bench, verdicts, Optional.of(Requirement.CON_03));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "huge-part = refused, map 4K 0x0 0x0 PRESENT|WRITABLE; unmap 4K 0x0",
    "huge-part = refused, map 2M 0x0 0x0 PRESENT; clear 2M 0x0",
    "huge-part = refused, map 4K 0x0 0x0 PRESENT; map 4K 0x1000 0x0 PRESENT|WRITABLE",
    "huge-part = refused, map 4K 0x0 0x0 PRESENT; update-flags 4K 0x0 PRESENT|USER",
    "accessed-dirty = preserved, map 4K 0x0 0x0 PRESENT|WRITABLE; update-flags 4K 0x0 PRESENT",
    "huge-part = split, map 2M 0x0 0x0 PRESENT|WRITABLE; unmap 4K 0x0",
    "huge-part = split, map 1G 0x0 0x0 PRESENT|WRITABLE; update-flags 4K 0x0 PRESENT",
    "huge-part = whole, map 2M 0x0 0x0 PRESENT|WRITABLE; unmap 4K 0x0",
  })
  void anExchangeKeepsWhatAProcessorSetsMeanwhileAndAStoreLosesIt(String declares, String lines) {
    var right = keeping(declares + "\n");
    var verdicts = new Verdicts();

    assertThat(check(right, lines, verdicts)).isEmpty();
    assertThat(verdicts.exercised(Requirement.CON_03)).isPositive();
    assertThat(check(new PlainStores(right), lines, new Verdicts()))
        .hasValueSatisfying(breach ->
            assertThat(breach.accusation().evidence()).contains("between load and store"));
  }

  @Test
  void nothingIsLostWhereTheCallerReplacesIt() {
    var verdicts = new Verdicts();
    var lines = "map 4K 0x0 0x0 PRESENT|WRITABLE; update-flags 4K 0x0 PRESENT";

    assertThat(check(new PlainStores(keeping("")), lines, verdicts)).isEmpty();
    assertThat(verdicts.exercised(Requirement.CON_03)).isZero();
  }
}
