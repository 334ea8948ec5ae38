package org.pagetck.properties.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.pagetck.model.declaration.DeclarationText;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.trace.LineText;
import org.pagetck.properties.engine.Contracts;
import org.pagetck.properties.subject.JavaSubject;

class ComparisonTest {
  private static final String FEW = "sizes = 4K 2M\n";

  private static Contestant builtIn(String name, String spelling, String more) {
    return contestant(
        ServiceLoader.load(MapperProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(),
        spelling,
        more);
  }

  private static Contestant faulty(String id) {
    ComparisonTest.class.getModule().addUses(FaultProvider.class);
    return contestant(
        ServiceLoader.load(FaultProvider.class).stream()
            .flatMap(provider -> provider.get().faults().stream())
            .filter(fault -> fault.id().equals(id))
            .findFirst()
            .orElseThrow()
            .provider(),
        "fault:" + id,
        "");
  }

  private static Contestant contestant(MapperProvider provider, String spelling, String more) {
    var declaration = DeclarationText.parseLines(provider.describe() + "\n" + more).orThrow();
    return new Contestant(
        new JavaSubject(spelling, provider), new Contracts(declaration, Optional.empty()));
  }

  private static Comparison.Result compare(long traces, Contestant... contestants) {
    return new Comparison(List.of(contestants), new ComparePlan(traces, 0x5eed), _ -> {}).run();
  }

  @Test
  void a_mapper_does_not_part_from_itself() {
    var result = compare(200, builtIn("mapped", "mapped", ""), builtIn("mapped", "again", ""));

    assertThat(result.steps()).isGreaterThan(2_000);
    assertThat(result.partings()).isEmpty();
  }

  @Test
  void a_defect_is_told_with_the_smallest_trace_and_who_breaks_what() {
    var result = compare(400, builtIn("mapped", "mapped", ""), faulty("F02"));

    var parting =
        result.partings().stream()
            .filter(it -> it.cause().facet() == Facet.ANSWER)
            .filter(it -> it.cause().call().equals("update-flags 2M"))
            .filter(it -> it.cause().situation().equals("that meets a LINK entry"))
            .findFirst()
            .orElseThrow();
    assertThat(parting.cause().first()).isEqualTo("refuses TABLE_ENTRY");
    assertThat(parting.cause().other()).isEqualTo("ok");
    assertThat(parting.times()).containsOnlyKeys("fault:F02");
    assertThat(parting.isDefect()).isTrue();
    assertThat(parting.trace().lines()).hasSizeLessThan(5);
    assertThat(LineText.print(parting.trace().lines().getLast())).startsWith("update-flags 2M ");
    assertThat(parting.answers())
        .extracting(Parting.Answer::subject, Parting.Answer::violates)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("mapped", ""),
            org.assertj.core.groups.Tuple.tuple("fault:F02", "UPD-02"));
  }

  @Test
  void what_is_the_same_for_equal_seeds_is_the_whole_result() {
    var first = builtIn("mapped", "mapped", FEW);
    var other = builtIn("mapped-2019", "mapped-2019", FEW);

    var result = compare(20, first, other);
    assertThat(result.partings()).isNotEmpty();
    assertThat(compare(20, first, other)).isEqualTo(result);
  }

  @Test
  void reasons_that_a_mapper_does_not_tell_apart_are_no_parting() {
    var told = builtIn("mapped", "mapped", "");
    var merged = builtIn("mapped", "merged", "merge = *>REFUSED");

    assertThat(compare(200, told, merged).partings()).isEmpty();
  }

  @Test
  void mappers_that_share_nothing_are_not_compared() {
    var small = builtIn("mapped", "small", "sizes = 4K");
    var large = builtIn("mapped", "large", "sizes = 2M");

    assertThatThrownBy(() -> compare(10, small, large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("they share no page size");
  }
}
