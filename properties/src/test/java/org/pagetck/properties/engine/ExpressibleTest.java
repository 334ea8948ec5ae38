package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;

class ExpressibleTest {
  private static Trace trace(String lines) {
    return TraceText.parse("pagetck-trace 1\n" + lines.replace("; ", "\n") + "\n").orThrow();
  }

  private static boolean holds(String declaration, String original, String candidate) {
    var contract = DeclarationText.parseLines(declaration.replace("; ", "\n")).orThrow().contract();
    return new Expressible(contract, contract.levels(), trace(original)).holds(trace(candidate));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          contract = strict          | unmap 4K 0x1000                     | unmap 2M 0x1
          sizes = 4K                 | unmap 4K 0x1000                     | unmap 4K 0x0
          virtual-range = upper      | unmap 4K 0xffff800000001000         | unmap 4K 0xffff800000000000
          arguments = unchecked      | map 4K 0x1000 0x0 PRESENT           | map 4K 0x0 0x1000 PRESENT
          arguments = unchecked      | unmap 4K 0x1001                     | unmap 4K 0x1
          planted = LINK             | plant level=1 0x0 0x80; unmap 4K 0x0 | plant level=1 0x0 0x2; unmap 4K 0x0
          levels = 4 5               | levels 5; unmap 4K 0x0              | unmap 4K 0x0
          flags = PRESENT USER       | map 4K 0x0 0x0 PRESENT table=USER   | map 4K 0x0 0x0 USER
          """)
  void whatTheContractLetsBePassedAndWhatWasPassedMayTakeItsPlace(
      String declaration, String original, String candidate) {
    assertThat(holds(declaration, original, candidate)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sizes = 4K                     | unmap 4K 0x0                | unmap 2M 0x0
          operations = map unmap         | unmap 4K 0x0                | translate 0x0
          virtual-range = upper          | unmap 4K 0xffff800000000000 | unmap 4K 0x0
          virtual-range = lower          | clean-up 0x0 0xfff          | clean-up 0x0 0xffffffffffffffff
          arguments = unchecked          | unmap 4K 0x0                | unmap 4K 0x1
          arguments = unchecked          | map 4K 0x0 0x0 PRESENT      | map 4K 0x0 0x1 PRESENT
          arguments = unchecked          | translate 0x0               | translate 0x800000000000
          planted = LINK                 | unmap 4K 0x0                | plant level=1 0x0 0x2; unmap 4K 0x0
          flags = PRESENT                | map 4K 0x0 0x0 PRESENT      | map 4K 0x0 0x0 USER
          flags = all -PAT               | update-flags 4K 0x0 PRESENT | update-flags 4K 0x0 PAT
          levels = 4                     | unmap 4K 0x0                | levels 5; unmap 4K 0x0
          """)
  void whatTheSubjectNeverHasToUnderstandIsNoSmallerForm(
      String declaration, String original, String candidate) {
    assertThat(holds(declaration, original, candidate)).isFalse();
  }
}
