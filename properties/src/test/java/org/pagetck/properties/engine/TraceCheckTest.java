package org.pagetck.properties.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pagetck.model.declaration.Declaration;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.Host;
import org.pagetck.model.mapper.Mapper;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.trace.Trace;
import org.pagetck.model.trace.TraceText;
import org.pagetck.model.verdict.Finding;
import org.pagetck.properties.subject.JavaSubject;

class TraceCheckTest {
  /// Offers [BottomUpMapper] under a policy of allocation failure.
  private record Provider(String allocationFailure) implements MapperProvider {
    @Override
    public String name() {
      return "bottom-up";
    }

    @Override
    public String describe() {
      return "operations = map\nallocation-failure = %s\n".formatted(allocationFailure);
    }

    @Override
    public Mapper open(Host host) {
      return new BottomUpMapper(host);
    }
  }

  private static TraceCheck check(String allocationFailure, Requirement... only) {
    var provider = new Provider(allocationFailure);
    Declaration declaration = DeclarationText.parseLines(provider.describe()).orThrow();
    return new TraceCheck(
        new JavaSubject("java:bottom-up", provider),
        new Contracts(declaration, Optional.empty()),
        Set.of(only));
  }

  private static Trace trace(String lines) {
    return TraceText.parse("pagetck-trace 1\n" + lines).orThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x100001000", "0x100002000", "0x100003000"})
  void aLeafMayNameAFrameThatTheSameCallMakesATable(String frame) {
    try (var check = check("rolled-back")) {
      assertThat(check.check(trace("map 4K 0x0 %s PRESENT\n".formatted(frame)))).isEmpty();
      assertThat(check.exercised(Requirement.STR_10)).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aCallThatRollsBackMayTakeWhatItGivesBack(int frames) {
    try (var check = check("rolled-back")) {
      var lines =
          "budget %d\nmap 4K 0x0 0x0 PRESENT\nbudget all\nmap 4K 0x0 0x0 PRESENT\n"
              .formatted(frames);

      assertThat(check.check(trace(lines))).isEmpty();
    }
  }

  @Test
  void aCallThatRollsBackViolatesAPolicyThatKeepsTables() {
    var lines = trace("budget 2\nmap 4K 0x0 0x0 PRESENT\n");

    try (var check = check("tables-kept")) {
      assertThat(check.check(lines))
          .map(Finding::also)
          .hasValueSatisfying(also -> assertThat(also).contains(Requirement.FAL_02));
    }
  }

  @Test
  void onlyTheRequirementsAskedForAreJudged() {
    var lines = trace("budget 2\nmap 4K 0x0 0x0 PRESENT\n");

    try (var check = check("tables-kept", Requirement.ALC_01)) {
      assertThat(check.check(lines))
          .hasValueSatisfying(finding -> {
            assertThat(finding.requirement()).isEqualTo(Requirement.ALC_01);
            assertThat(finding.also()).isEmpty();
          });
    }
    try (var check = check("tables-kept", Requirement.MAP_01)) {
      assertThat(check.check(lines)).isEmpty();
    }
  }
}
