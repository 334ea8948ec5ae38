package org.pagetck.properties.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.EntryUpdate;
import org.pagetck.model.paging.ErrorCode;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.WalkStep;

class MmuFuzzTest {
  /// Makes the runs against real MMUs longer: `-Dpagetck.mmu.tables=100000`.
  private static final int TABLE_COUNT = Integer.getInteger("pagetck.mmu.tables", 150);

  private static final MmuFuzz.Progress ALWAYS = (_, _, _) -> true;

  private static MmuFuzzResult fuzz(Mmu mmu, long tables, int questions) {
    return MmuFuzz.run(mmu, new MmuFuzzPlan(tables, questions, 0x5eed), ALWAYS);
  }

  @Test
  void the_walk_agrees_with_unicorn_over_random_tables() {
    var result = fuzz(AtHand.unicorn(), TABLE_COUNT, 100);

    assertThat(result.disagreements()).isEmpty();
    assertThat(result.disagreementCount()).isZero();
    assertThat(result.questionCount()).isGreaterThan(TABLE_COUNT * 90L);
  }

  @Test
  void the_walk_agrees_with_kvm_over_random_tables() {
    var result = fuzz(AtHand.kvm(), TABLE_COUNT, 2);

    assertThat(result.disagreements()).isEmpty();
    assertThat(result.disagreementCount()).isZero();
    assertThat(result.questionCount()).isGreaterThan(TABLE_COUNT);
  }

  @Test
  void the_questions_have_every_kind_of_answer() {
    var result = fuzz(WalkMmu.honest(), 500, 100);

    assertThat(result.disagreementCount()).isZero();
    assertThat(result.outcomes()).containsKeys("allowed", "#GP(0)");
    var kinds = List.of("", "W/R", "U/S", "W/R|U/S", "I/D", "U/S|I/D");
    assertThat(kinds)
        .allSatisfy(kind -> {
          var code = kind.isEmpty() ? "-" : kind;
          assertThat(result.outcomes()).containsKey("#PF(%s)".formatted(code));
          var present = kind.isEmpty() ? "P" : "P|" + kind;
          assertThat(result.outcomes()).containsKey("#PF(%s)".formatted(present));
        });
    assertThat(result.outcomes()).containsKeys("#PF(P|RSVD)", "#PF(P|W/R|U/S|RSVD)");
    assertThat(result.outcomes().get("allowed")).isGreaterThan(result.questionCount() / 5);
  }

  @Test
  void leaves_of_every_size_are_reached_under_4_and_5_levels() {
    var reached = new ArrayList<String>();
    var spy =
        new WalkMmu(
            52,
            (asked, answer) -> {
              var levels = asked.path().isEmpty() ? 0 : asked.path().getFirst().level();
              if (answer instanceof MmuAnswer.Allowed) {
                reached.add(levels + " " + asked.path().getLast().level());
              }
              return answer;
            });

    fuzz(spy, 300, 50);

    assertThat(reached).contains("4 1", "4 2", "4 3", "5 1", "5 2", "5 3");
  }

  @Test
  void the_same_plan_gives_the_same_result() {
    assertThat(fuzz(WalkMmu.honest(), 50, 20)).isEqualTo(fuzz(WalkMmu.honest(), 50, 20));
  }

  @Test
  void a_run_ends_when_progress_says_so() {
    var plan = new MmuFuzzPlan(1_000_000, 1, 1);

    var result = MmuFuzz.run(WalkMmu.honest(), plan, (tables, _, _) -> tables < 128);

    assertThat(result.tableCount()).isEqualTo(128);
  }

  @Test
  void a_plan_that_asks_nothing_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MmuFuzzPlan(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new MmuFuzzPlan(1, 0, 1));
  }

  @Test
  void an_mmu_that_takes_user_from_the_leaf_alone_is_found_out() {
    var liar =
        new WalkMmu(
            52,
            (asked, answer) ->
                asked.question().access() == Access.USER_READ
                        && answer instanceof MmuAnswer.PageFault(var code)
                        && (code & ErrorCode.PRESENT) != 0
                        && (code & ErrorCode.RESERVED) == 0
                        && isUser(asked.path().getLast())
                    ? new MmuAnswer.Allowed(0, List.of())
                    : answer);

    var result = fuzz(liar, 200, 50);

    assertThat(result.disagreementCount()).isGreaterThan(10);
    assertThat(result.disagreements()).hasSize(10);
    assertThat(result.disagreements().getFirst().toString())
        .contains("user read of 0x", "level 4 [0x", "the entry lacks USER", "walk: 0x0");
  }

  private static boolean isUser(WalkStep step) {
    return (step.word() & EntryFlags.USER) != 0;
  }

  @Test
  void an_mmu_that_does_not_set_dirty_is_found_out() {
    var liar =
        new WalkMmu(
            52,
            (_, answer) ->
                answer instanceof MmuAnswer.Allowed(var address, var updates)
                    ? new MmuAnswer.Allowed(
                        address,
                        updates.stream()
                            .map(u -> new EntryUpdate(u.address(), u.word() & ~EntryFlags.DIRTY))
                            .toList())
                    : answer);

    assertThat(fuzz(liar, 200, 50).disagreements())
        .isNotEmpty()
        .allMatch(d -> d.given() instanceof MmuAnswer.Allowed);
  }

  @Test
  void an_mmu_that_forgets_the_reserved_bit_in_the_error_code_is_found_out() {
    var liar =
        new WalkMmu(
            52,
            (_, answer) ->
                answer instanceof MmuAnswer.PageFault(var code)
                    ? new MmuAnswer.PageFault(code & ~ErrorCode.RESERVED)
                    : answer);

    assertThat(fuzz(liar, 200, 50).disagreementCount()).isPositive();
  }

  @Test
  void an_mmu_that_takes_pat_of_a_huge_page_for_address_is_found_out() {
    var liar =
        new WalkMmu(
            52,
            (asked, answer) ->
                answer instanceof MmuAnswer.Allowed(var address, var updates)
                        && asked.path().getLast().level() > 1
                    ? new MmuAnswer.Allowed(
                        address | (asked.path().getLast().word() & Levels.TABLE_BYTES), updates)
                    : answer);

    assertThat(fuzz(liar, 200, 50).disagreementCount()).isPositive();
  }
}
