package org.pagetck.properties.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.TraceText;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.engine.Replay;
import org.pagetck.properties.engine.Replayer;
import org.pagetck.properties.subject.JavaSubject;

/// What is said of rights: in the processor's words, by the requirement that fits.
final class RightsJudgeTest {
  private static Replay replay(String id, String... lines) {
    RightsJudgeTest.class.getModule().addUses(FaultProvider.class);
    RightsJudgeTest.class.getModule().addUses(MapperProvider.class);
    var provider =
        id.equals("mapped")
            ? ServiceLoader.load(MapperProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(it -> it.name().equals(id))
                .findFirst()
                .orElseThrow()
            : ServiceLoader.load(FaultProvider.class).stream()
                .flatMap(it -> it.get().faults().stream())
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow()
                .provider();
    var declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    var trace = TraceText.parse("pagetck-trace 1\n" + String.join("\n", lines) + "\n").orThrow();
    var subject = new JavaSubject(id, provider);
    try (var replayer = new Replayer(subject, new Contracts(declaration, Optional.empty()))) {
      return replayer.replay(trace);
    }
  }

  private static List<Requirement> blamed(Replay replay) {
    return Stream.concat(replay.requirement().stream(), replay.also().stream()).toList();
  }

  private static String said(Replay replay, Requirement requirement) {
    return replay.evidence().accusations().stream()
        .filter(it -> it.requirement().equals(requirement.id()))
        .findFirst()
        .orElseThrow()
        .evidence();
  }

  @Test
  void aUserPageBelowLinksWithoutUserIsToldByTheHighestLinkThatLacksIt() {
    var replay = replay("F04", "map 4K 0x1000 0x5000 PRESENT|USER");

    assertThat(said(replay, Requirement.PRM_01))
        .isEqualTo("a user read of 0x1000 faults: level 4 link lacks USER");
  }

  @Test
  void anotherPageThatLosesARightIsSampled() {
    var replay =
        replay(
            "F62",
            "map 4K 0x0 0x5000 PRESENT",
            "map 4K 0x1000 0x6000 PRESENT|NO_EXECUTE table=PRESENT|NO_EXECUTE");

    assertThat(said(replay, Requirement.PRM_01))
        .isEqualTo("a supervisor fetch of 0x0 faults: level 4 link has NO_EXECUTE");
  }

  @Test
  void aRightThatALeafDoesNotAskForIsTooMuch() {
    var replay = replay("F46", "map 4K 0x0 0x5000 PRESENT|NO_EXECUTE");

    assertThat(said(replay, Requirement.PRM_02))
        .isEqualTo("a supervisor fetch of 0x0 goes through: its flags do not ask for it");
  }

  @Test
  void anUpdateThatLeavesTheLinksViolatesPrm03() {
    var replay =
        replay("F54", "map 4K 0x0 0x5000 PRESENT", "update-flags 4K 0x0 PRESENT|USER|WRITABLE");

    assertThat(blamed(replay)).contains(Requirement.PRM_03).doesNotContain(Requirement.PRM_01);
    assertThat(replay.isMiss()).isFalse();
  }

  @Test
  void whereTheContractLetsAnUpdateLeaveTheLinksPrm03IsAShould() {
    var replay =
        replay(
            "F54",
            "update-parents leave",
            "map 4K 0x0 0x5000 PRESENT",
            "update-flags 4K 0x0 PRESENT|WRITABLE");

    assertThat(blamed(replay)).containsExactly(Requirement.PRM_03);
    assertThat(replay.isMiss()).isTrue();
  }

  @Test
  void linksThatTheCallerNarrowedAreNoFinding() {
    var replay =
        replay(
            "mapped",
            "map 4K 0x0 0x5000 PRESENT|WRITABLE|USER",
            "set-table-flags 0x0 level=3 PRESENT|NO_EXECUTE",
            "translate 0x0",
            "map 4K 0x1000 0x6000 PRESENT|USER table=PRESENT",
            "update-flags 4K 0x1000 PRESENT|USER|WRITABLE");

    assertThat(blamed(replay)).isEmpty();
  }

  @Test
  void aShouldThatIsMissedBesideAViolationStandsLast() {
    var replay = replay("F69", "map 2M 0x0 0x200000 PRESENT|PAT");

    assertThat(blamed(replay)).containsExactly(Requirement.MAP_01, Requirement.PRM_04);
    assertThat(said(replay, Requirement.PRM_04))
        .isEqualTo("0x0 has the memory type of PAT field 0, owed is field 4");
  }

  @Test
  void aBitThatTheProcessorSetAndALookupClearsIsBlamedOnTheLookup() {
    var replay =
        replay("F70", "map 4K 0x0 0x5000 PRESENT", "access 0x8 read supervisor", "translate 0x8");

    assertThat(blamed(replay)).contains(Requirement.TRN_04, Requirement.PRM_06);
    assertThat(said(replay, Requirement.PRM_06))
        .isEqualTo("level 1 on the path of 0x8 lacks ACCESSED");
  }

  @Test
  void anAccessThatFaultsIsNoAccess() {
    var replay =
        replay(
            "F70",
            "map 4K 0x0 0x5000 PRESENT|ACCESSED",
            "access 0x8 write supervisor",
            "translate 0x8");

    assertThat(blamed(replay)).contains(Requirement.TRN_04).doesNotContain(Requirement.PRM_06);
  }
}
