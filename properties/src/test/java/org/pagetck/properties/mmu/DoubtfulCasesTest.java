package org.pagetck.properties.mmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.pagetck.model.paging.MmuOracle;
import org.pagetck.model.paging.PagingMode;

/// What MMUs say on the cases that are doubted most often, the same cases for each of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubtfulCasesTest {
  private final Arena arena = Arena.ofShared();
  private final MmuMemory memory = CaseTables.memory(arena);
  private final Map<String, MmuOracle> oracles = new HashMap<>();

  @AfterAll
  void closeThem() {
    oracles.values().forEach(MmuOracle::close);
    arena.close();
  }

  @TestFactory
  Stream<DynamicNode> the_walk_says_what_the_manual_owes() {
    return cases(WalkMmu.honest(), 46);
  }

  @TestFactory
  Stream<DynamicNode> unicorn_says_what_the_manual_owes() {
    var mmu = AtHand.unicorn();
    return cases(mmu, mmu.physicalWidth());
  }

  @TestFactory
  Stream<DynamicNode> kvm_says_what_the_manual_owes() {
    var mmu = AtHand.kvm();
    return cases(mmu, mmu.physicalWidth());
  }

  private Stream<DynamicNode> cases(Mmu mmu, int width) {
    return Stream.of(4, 5).map(levels -> cases(mmu, levels, width));
  }

  private DynamicNode cases(Mmu mmu, int levels, int width) {
    var name = levels + " levels";
    return mmu.unsupported(new PagingMode(levels, width, true))
        .<DynamicNode>map(reason -> dynamicTest(name, () -> Assumptions.abort(reason)))
        .orElseGet(
            () -> dynamicContainer(name, all(levels, width).map(c -> test(mmu, levels, width, c))));
  }

  private static Stream<MmuCase> all(int levels, int width) {
    return Stream.concat(RightsCases.all(levels).stream(), FormatCases.all(levels, width).stream());
  }

  private DynamicNode test(Mmu mmu, int levels, int width, MmuCase example) {
    var mode = new PagingMode(levels, width, example.noExecute());
    var name = "%s, %s, %s".formatted(example.name(), example.access(), example.protection());
    return dynamicTest(name, () -> check(mmu, mode, example));
  }

  private void check(Mmu mmu, PagingMode mode, MmuCase example) {
    mmu.unsupported(mode).ifPresent(Assumptions::abort);
    var oracle = oracles.computeIfAbsent(mmu.name() + mode, _ -> mmu.open(memory, mode));
    var fresh = new CaseTables(memory, mode.levels(), mode.physicalWidth());
    var tables = example.change().apply(fresh);
    var question = example.question(tables);
    oracle.unanswerable(question).ifPresent(Assumptions::abort);

    var answer = oracle.ask(question);

    assertThat(answer).isEqualTo(example.owed().apply(tables));
  }
}
