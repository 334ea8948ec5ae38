package org.pagetck.impl.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pagetck.impl.machine.Run;
import org.pagetck.impl.mapper.MappedMapperProvider;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.requirement.Requirement;

/// Each faulty mapper does its example right up to the last call, and that one wrong.
final class FaultsTest {
  private static final String EXAMPLES =
      """
      F01 ; map 4K 0x0 0x1000 PRESENT|WRITABLE / update-flags 4K 0x0 PRESENT
      F02 ; map 4K 0x0 0x1000 PRESENT          / update-flags 2M 0x0 PRESENT
      F03 ; map 4K 0x0 0x1000 PRESENT          / translate-page 2M 0x0
      F04 ; map 4K 0x0 0x1000 PRESENT|USER
      F05 ; map 4K 0x0 0x1000 PRESENT          / map 4K 0x1000 0x2000 PRESENT|WRITABLE
      F06 ; map 2M 0x0 0x0 PRESENT             / map 4K 0x1000 0x0 PRESENT|WRITABLE|USER
      F07 ; map 2M 0x0 0x200000 WRITABLE       / map 4K 0x1000 0x0 PRESENT
      F08 ; map 4K 0x0 0x1000 WRITABLE
      F09 ; map 4K 0x0 0x1000 WRITABLE         / translate-page 4K 0x0
      F10 ; map 2M 0x0 0x200000 -              / map 4K 0x1000 0x0 PRESENT|USER
      F11 ; map 4K 0x0 0x1000 PRESENT|HUGE_PAGE
      F12 ; map 4K 0x0 0x0 -
      F13 ; map 4K 0x0 0x1000 PRESENT
      F14 ; map 4K 0x0 0x1000 PRESENT
      F15 ; map 4K 0x0 0x1000 PRESENT
      F16 ; map 2M 0x0 0x100000000 PRESENT     / translate-page 4K 0x0
      F17 ; map 2M 0x0 0x100000000 PRESENT     / unmap 4K 0x0
      F18 ; map 2M 0x0 0x0 PRESENT|PAT         / unmap 2M 0x0
      F19 ; map 4K 0x0 0x0 PRESENT|PAT         / translate-page 4K 0x0
      F20 ; map 4K 0x0 0x1000 PRESENT          / unmap 2M 0x0
      F21 ; map 4K 0x0 0x1000 WRITABLE         / unmap 4K 0x0
      F22 ; map 4K 0x0 0x1000 PRESENT          / unmap 4K 0x0
      F23 ; map 4K 0x0 0x1000 PRESENT|WRITABLE / unmap 4K 0x0
      F24 ; map 4K 0x0 0x1000 PRESENT          / unmap 4K 0x0
      F25 ; map 4K 0x0 0x1000 PRESENT          / unmap 4K 0x0
      F26 ; map 4K 0x0 0x0 PRESENT / unmap 4K 0x0 / clean-up 0x0 0xffffffffffffffff
      F28 ; map 4K 0x0 0x0 PRESENT / unmap 4K 0x0 / clean-up 0x0 0xffffffffffffffff
      F29 ; map 4K 0x0 0x1000 PRESENT / unmap 4K 0x0 / clean-up 0x0 0xffffffffffffffff
      F30 ; clean-up 0x0 0xffffffffffffffff
      F31 ; map 4K 0xffffff8000000000 0x0 PRESENT / unmap 4K 0xffffff8000000000 / clean-up 0x0 0xffffffffffffffff
      F32 ; budget 2                           / map 4K 0x0 0x1000 PRESENT
      F33 ; budget 2                           / map 4K 0x0 0x1000 PRESENT
      F34 ; map 4K 0x0 0x1000 PRESENT          / map 4K 0x0 0x1000 PRESENT
      F35 ; map 4K 0x0 0x0 PRESENT / unmap 4K 0x0 / map 2M 0x0 0x0 PRESENT
      F36 ; map 4K 0x0 0x1000 PRESENT          / unmap 4K 0x0
      F37 ; map 4K 0x1000 0x1000 PRESENT       / unmap 4K 0x1000
      F38 ; map 4K 0x0 0x1000 PRESENT|WRITABLE / set-table-flags 0x0 level=2 PRESENT
      F39 ; map 4K 0x0 0x1000 PRESENT          / unmap 4K 0x0
      F40 ; map 2M 0x0 0x0 PRESENT             / unmap 2M 0x0
      F41 ; map 4K 0x0 0x1000 PRESENT
      F42 ; map 4K 0x4000000000 0x1000 PRESENT
      F43 ; map 4K 0xfffffffffffff000 0x1000 PRESENT
      F44 ; map 2M 0x0 0x1000 PRESENT
      F45 ; map 4K 0x0 0x10000000000000 PRESENT
      F46 ; map 4K 0x0 0x1000 PRESENT|NO_EXECUTE
      F48 ; map 4K 0x0 0x1000 PRESENT
      F49 ; map 1G 0x0 0x0 PRESENT             / translate 0x200000
      F52 ; map 4K 0x0 0x1000 PRESENT
      F53 ; translate-page 4K 0x0
      F54 ; map 4K 0x0 0x1000 PRESENT          / update-flags 4K 0x0 PRESENT|USER
      F55 ; map 4K 0x0 0x1000 PRESENT|GLOBAL   / unmap 4K 0x0
      F56 ; map 4K 0x0 0x1000 PRESENT / unmap 4K 0x0 / clean-up 0x0 0xffffffffffffffff
      F57 ; map 4K 0x0 0x1000 WRITABLE         / clean-up 0x0 0xffffffffffffffff
      F58 ; map 4K 0x0 0x1000 PRESENT          / update-flags 4K 0x0 WRITABLE
      F59 ; map 4K 0xfffffffffffff000 0x1000 PRESENT / unmap 4K 0xfffffffffffff000
      F61 ; map 4K 0x0 0x1000 PRESENT|NO_EXECUTE
      F62 ; map 4K 0x0 0x1000 PRESENT          / map 4K 0x1000 0x2000 PRESENT table=NO_EXECUTE
      F66 ; map 2M 0x0 0x0 PRESENT             / map 4K 0x1000 0x0 PRESENT
      F67 ; map 4K 0x0 0x1000 PRESENT|WRITABLE / unmap 4K 0x0
      F68 ; map 4K 0x0 0x1000 PRESENT          / map 4K 0x1000 0x0 PRESENT|WRITABLE
      F69 ; map 2M 0x0 0x0 PRESENT|PAT
      F70 ; map 4K 0x0 0x1000 PRESENT|ACCESSED / translate 0x0
      F71 ; translate-page 4K 0x0
      R01 ; map 4K 0x1ff000 0x0 PRESENT        / clean-up 0x0 0xffffffffffffffff
      R02 ; budget 0 / map 4K 0x0 0x0 PRESENT / map 4K 0x0 0x0 PRESENT / map 4K 0x0 0x0 PRESENT / budget 1 / map 4K 0x0 0x0 PRESENT
      R05 ; map 4K 0x0 0x1000 PRESENT / unmap 4K 0x0 / map 4K 0x0 0x0 PRESENT / unmap 4K 0x0 / map 4K 0x0 0x2000 PRESENT
      R06 ; map 1G 0x0 0x0 PRESENT             / update-flags 1G 0x0 PRESENT|PAT
      R07 ; map 4K 0x0 0x0 PRESENT / unmap 4K 0x0 / clean-up 0x0 0xffffffffffffffff / map 4K 0x0 0x0 PRESENT
      R08 ; budget 1                           / map 4K 0x0 0x0 PRESENT
      R11 ; map 4K 0x0 0x0 PRESENT|GLOBAL      / update-flags 4K 0x0 PRESENT|GLOBAL
      R13 ; map 2M 0x0 0x0 PAT                 / clear 2M 0x0
      R14 ; map 2M 0x0 0x0 BIT_9               / map 4K 0x0 0x0 PRESENT|WRITABLE
      R15 ; map 4K 0x0 0x0 PRESENT / unmap 4K 0x0 / clean-up 0x0 0x3fe00000
      R16 ; map 4K 0x0 0x0 PRESENT / map 4K 0x1000 0x0 PRESENT / map 4K 0x2000 0x0 PRESENT / map 4K 0x3000 0x0 PRESENT / clean-up 0x0 0xffffffffffffffff
      R17 ; map 4K 0x0 0x0 PRESENT|WRITABLE|USER / set-table-flags 0x0 level=2 PRESENT
      R18 ; map 4K 0x0 0x0 PRESENT table=PRESENT|NO_EXECUTE
      """;

  /// Needs more than calls on a fresh mapper that keeps `strict` with both numbers of levels: other
  /// policies (F47, F50, F51, F60, F72), five levels (F65, R10, R12), four (R03, R04), planted
  /// words (F27, F73), accesses (R19), also while a call is under way (F63), an order of frames
  /// (R09), the same object over a clean-up (F64). The suite catches these in its own tests.
  private static final Set<String> NEED_MORE =
      Set.of(
          "F27", "F47", "F50", "F51", "F60", "F63", "F64", "F65", "F72", "F73", "R03", "R04", "R09",
          "R10", "R12", "R19");

  private static Fault fault(String id) {
    return new Faults()
        .faults().stream().filter(fault -> fault.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = ';', textBlock = EXAMPLES)
  void theExampleGoesWrongAtItsLastCallAndNotBefore(String id, String calls) {
    var lines = calls.replaceAll(" +/ +", "\n");
    for (var levels : new int[] {4, 5}) {
      var right = Run.of(new MappedMapperProvider(), levels, lines).steps();
      var faulty = Run.of(fault(id).provider(), levels, lines).steps();

      var last = right.size() - 1;
      assertThat(faulty.subList(0, last)).isEqualTo(right.subList(0, last));
      assertThat(faulty.getLast()).isNotEqualTo(right.getLast());
    }
  }

  @Test
  void everyFaultHasAnExample() {
    assertThat(new Faults().faults())
        .extracting(Fault::id)
        .filteredOn(id -> !NEED_MORE.contains(id))
        .containsExactlyElementsOf(EXAMPLES.lines().map(line -> line.substring(0, 3)).toList());
  }

  @Test
  void idsAreInOrderAndEveryFaultSaysWhatIsWrongWhereItWasSeenAndWhoTakesTheBlame() {
    var faults = new Faults().faults();
    var ids = Arrays.stream(Requirement.values()).map(Requirement::id).toList();

    assertThat(faults).extracting(Fault::id).isSorted().doesNotHaveDuplicates();
    assertThat(faults).extracting(Fault::sentence).doesNotHaveDuplicates();
    assertThat(faults)
        .allSatisfy(fault -> {
          assertThat(fault.sentence()).isNotBlank();
          assertThat(fault.origin()).isNotBlank();
          assertThat(fault.blame()).isNotEmpty().isSubsetOf(ids);
          assertThat(fault.provider().name()).isEqualTo(fault.id());
          assertThat(fault.provider().describe()).contains("name = " + fault.id());
        });
  }

  @Test
  void theServiceLoaderFindsThem() {
    FaultsTest.class.getModule().addUses(FaultProvider.class);

    assertThat(ServiceLoader.load(FaultProvider.class))
        .anySatisfy(provider -> assertThat(provider).isInstanceOf(Faults.class));
  }
}
