package org.pagetck.model.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.address.PhysAddr;
import org.pagetck.model.address.PhysFrame;

class MmuAnswerTest {
  @Test
  void updates_of_one_entry_become_one_and_stand_by_ascending_address() {
    var frame = new PhysFrame(new PhysAddr(0x5000), PageSize.SIZE_4K);
    var updates =
        List.of(
            new EntryUpdate(0x2000, 0x21),
            new EntryUpdate(0x1000, 0x23),
            new EntryUpdate(0x2000, 0x61));

    var answer = MmuAnswer.of(new WalkResult.Translated(frame, 0x10, 0x61, Rights.NONE, updates));

    assertThat(answer)
        .isEqualTo(
            new MmuAnswer.Allowed(
                0x5010, List.of(new EntryUpdate(0x1000, 0x23), new EntryUpdate(0x2000, 0x61))));
  }

  @Test
  void of_a_fault_a_program_sees_the_error_code_only() {
    var fault = new WalkResult.PageFault(5, 3, FaultReason.SUPERVISOR_ONLY);

    assertThat(MmuAnswer.of(fault)).isEqualTo(new MmuAnswer.PageFault(5)).hasToString("#PF(P|U/S)");
    assertThat(MmuAnswer.of(new WalkResult.NotCanonical())).isEqualTo(new MmuAnswer.NotCanonical());
  }
}
