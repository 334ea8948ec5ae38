package org.pagetck.properties.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.requirement.RequirementGroup;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.model.verdict.RequirementResult;
import org.pagetck.model.verdict.Verdict;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.TraceCheck;
import org.pagetck.properties.subject.JavaSubject;

/// Mappers that answer right, and leave every byte right, are told by the order of what they do and
/// by what they ask to be flushed.
final class OrderAndFlushTest {
  private static final String EMPTIED =
      "map 4K 0x0 0x1000 PRESENT\nunmap 4K 0x0\nclean-up 0x0 0xffffffffffffffff\n";

  private static MapperProvider mapped() {
    OrderAndFlushTest.class.getModule().addUses(MapperProvider.class);
    return ServiceLoader.load(MapperProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals("mapped"))
        .findFirst()
        .orElseThrow();
  }

  private static TraceCheck check(
      String declares, UnaryOperator<Host> between, UnaryOperator<Flush> flush) {
    var provider = new AlteredMapper(mapped(), declares, between, flush);
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    return new TraceCheck(
        new JavaSubject("java:altered", provider), new Contracts(declaration, Optional.empty()));
  }

  private static Optional<Finding> finding(TraceCheck check, String lines) {
    return check.check(TraceText.parse("pagetck-trace 1\n" + lines).orThrow());
  }

  private static List<Requirement> blamed(Optional<Finding> finding) {
    return finding.stream()
        .flatMap(it -> Stream.concat(Stream.of(it.requirement()), it.also().stream()))
        .toList();
  }

  @Test
  void aMapperThatLinksATableBeforeItZeroesItIsCaught() {
    try (var check = check("", BetweenHosts::linkingBeforeZeroing, UnaryOperator.identity())) {
      assertThat(blamed(finding(check, "map 4K 0x0 0x1000 PRESENT\n")))
          .contains(Requirement.ORD_03, Requirement.ORD_02, Requirement.CON_02);
    }
  }

  @Test
  void aMapperThatFreesATableBeforeItFlushesIsCaughtIfItSaysThatItFlushesByItself() {
    var immediate = "give-back = immediate\n";
    try (var check =
        check(immediate, BetweenHosts::freeingBeforeFlushing, UnaryOperator.identity())) {
      assertThat(blamed(finding(check, EMPTIED))).containsExactly(Requirement.ORD_04);
    }
    try (var check = check(immediate, UnaryOperator.identity(), UnaryOperator.identity())) {
      assertThat(finding(check, EMPTIED)).isEmpty();
    }
  }

  @Test
  void whereTheHostWaitsForTheFlushATableMayBeFreedBefore() {
    try (var check = check("", BetweenHosts::freeingBeforeFlushing, UnaryOperator.identity())) {
      assertThat(finding(check, EMPTIED)).isEmpty();
      assertThat(check.exercised(Requirement.ORD_04)).isPositive();
    }
  }

  @Test
  void aMissingFlushIsNoneOfItsOwnWhereADelayedOneStillComes() {
    var lines =
        """
        map 4K 0x0 0x1000 PRESENT|WRITABLE|ACCESSED
        %sset-table-flags 0x0 level=2 PRESENT
        unmap 4K 0x0
        """;
    try (var check = check("", UnaryOperator.identity(), _ -> Flush.NONE)) {
      assertThat(finding(check, lines.formatted("flushes delayed\n"))).isEmpty();
      assertThat(blamed(finding(check, lines.formatted("")))).containsExactly(Requirement.TLB_01);
      assertThat(blamed(finding(check, lines.formatted("flushes delayed\nflushes done\n"))))
          .containsExactly(Requirement.TLB_01);
    }
  }

  @Test
  void framesWaitWithTheFlushesThatAreOwedForThem() {
    var again = EMPTIED + "%smap 4K 0x0 0x1000 PRESENT\n";
    try (var check = check("", UnaryOperator.identity(), UnaryOperator.identity())) {
      assertThat(finding(check, "flushes delayed\n" + again.formatted(""))).isEmpty();
      assertThat(finding(check, "flushes delayed\n" + again.formatted("flushes done\n"))).isEmpty();
    }
  }

  @Test
  void answersThatNeverSayWhatToFlushAreNotJudgedByIt() {
    try (var check = check("", UnaryOperator.identity(), _ -> Flush.UNKNOWN)) {
      assertThat(finding(check, "map 4K 0x0 0x1000 PRESENT\nunmap 4K 0x0\n")).isEmpty();
      assertThat(check.result(0, List.of()).requirements())
          .filteredOn(it -> it.requirement().group() == RequirementGroup.FLUSH)
          .allSatisfy(it -> {
            assertThat(it.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
            assertThat(it.reason()).isEqualTo("the answers never say what to flush");
          });
    }
  }

  @Test
  void anAnswerThatDoesNotSayWhatToFlushCountsAsAFlushOfEverything() {
    UnaryOperator<Flush> unsaid = said -> said.equals(Flush.PAGE) ? Flush.UNKNOWN : said;
    try (var check = check("", UnaryOperator.identity(), unsaid)) {
      assertThat(finding(check, "map 4K 0x0 0x1000 PRESENT\nunmap 4K 0x0\n")).isEmpty();
      assertThat(check.exercised(Requirement.TLB_01)).isZero();
      assertThat(check.result(0, List.of()).requirements())
          .filteredOn(it -> it.requirement() == Requirement.TLB_02)
          .extracting(RequirementResult::verdict)
          .containsExactly(Verdict.HELD);
    }
  }

  @Test
  void aFlushOfANewMappingIsAMissUnlessThePolicyAllowsIt() {
    UnaryOperator<Flush> page = said -> said.equals(Flush.NONE) ? Flush.PAGE : said;
    var map = "map 4K 0x0 0x1000 PRESENT\n";
    try (var check = check("", UnaryOperator.identity(), page)) {
      assertThat(finding(check, map))
          .hasValueSatisfying(found -> {
            assertThat(found.requirement()).isEqualTo(Requirement.TLB_02);
            assertThat(found.verdict()).isEqualTo(Verdict.MISSED);
          });
    }
    try (var check = check("new-mapping-flush = page\n", UnaryOperator.identity(), page)) {
      assertThat(finding(check, map)).isEmpty();
      assertThat(check.result(0, List.of()).requirements())
          .filteredOn(it -> it.requirement() == Requirement.TLB_02)
          .extracting(RequirementResult::reason)
          .containsExactly("1 times a policy allowed what would be a miss");
    }
  }

  @Test
  void rightsThatALeafLosesGoBeforeItsLinksGiveOthers() {
    var lines =
        """
        map 4K 0x0 0x1000 PRESENT|WRITABLE table=PRESENT|WRITABLE
        update-flags 4K 0x0 PRESENT|USER
        map 4K 0x1000 0x1000 PRESENT|PAT table=PRESENT
        set-table-flags 0x0 level=3 PRESENT
        update-flags 4K 0x1000 PRESENT|USER|WRITABLE
        """;
    try (var check = check("", UnaryOperator.identity(), UnaryOperator.identity())) {
      assertThat(finding(check, lines)).isEmpty();
      assertThat(check.exercised(Requirement.ORD_07)).isPositive();
    }
  }
}
