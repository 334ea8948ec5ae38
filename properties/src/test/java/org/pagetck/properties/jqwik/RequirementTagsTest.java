package org.pagetck.properties.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.pagetck.model.contract.NamedContract;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.properties.engine.Applicability;

class RequirementTagsTest {
  private static final List<Class<?>> GROUPS =
      List.of(
          AnswersProperties.class,
          FrameConditionsAndStructureProperties.class,
          FramesAndFailuresProperties.class,
          LawsProperties.class,
          OrderAndFlushProperties.class,
          RightsProperties.class,
          RobustnessProperties.class);

  private static Stream<Method> properties() {
    return GROUPS.stream()
        .flatMap(group -> Stream.of(group.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(TraceProperty.class));
  }

  @Test
  void everyRequirementThatIsJudgedOfTheBuiltInMapperHasAProperty() {
    var contract =
        NamedContract.STRICT
            .contract()
            .with(Setting.OPERATIONS, Set.copyOf(OperationKind.all()))
            .with(Setting.LEVELS, List.of(4, 5));
    var judged =
        Requirement.all().stream()
            .filter(it -> Applicability.reasonAgainst(it, contract).isEmpty())
            .collect(Collectors.toSet());

    assertThat(properties().flatMap(it -> JudgementHook.requirements(it).stream()))
        .containsExactlyInAnyOrderElementsOf(judged);
  }

  @Test
  void aPropertyWithoutATagOrWithAnotherIsNoProperty() throws NoSuchMethodException {
    var untagged = RequirementTagsTest.class.getDeclaredMethod("properties");
    var astray = RequirementTagsTest.class.getDeclaredMethod("taggedWithNoRequirement");

    assertThatThrownBy(() -> JudgementHook.requirements(untagged))
        .hasMessage("properties names no requirement");
    assertThatThrownBy(() -> JudgementHook.requirements(astray))
        .hasMessage("no requirement is called MAP-99");
  }

  @Tag("MAP-99")
  @SuppressWarnings("unused")
  private static void taggedWithNoRequirement() {}
}
