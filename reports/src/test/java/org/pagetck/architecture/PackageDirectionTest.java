package org.pagetck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PackageDirectionTest {
  private static final JavaClasses CLASSES = CodeBase.mainClasses();

  @Test
  void classesOfEveryModuleAreLookedAt() {
    for (var module : CodeBase.MODULES) {
      assertThat(CLASSES)
          .as(module)
          .anyMatch(type -> type.getPackageName().startsWith("org.pagetck." + module + "."));
    }
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(CLASSES)
        .extracting(JavaClass::getPackageName)
        .filteredOn(name -> !name.isEmpty())
        .allSatisfy(name -> assertThat(PackageOrder.placeOf(name)).isPresent());
  }

  @Test
  void noPackageDependsOnOneBehindItInTheOrder() {
    assertThat(CLASSES.stream().flatMap(PackageDirectionTest::againstTheOrder)).isEmpty();
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.pagetck.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void mappersAreFoundAsServicesAndNeverByName() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.pagetck.model..", "org.pagetck.properties..", "org.pagetck.reports..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.pagetck.impl..")
        .check(CLASSES);
  }

  private static Stream<String> againstTheOrder(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> PackageOrder.isOurs(targetPackage(dependency)))
        .filter(dependency -> place(targetPackage(dependency)) > place(type.getPackageName()))
        .map(Dependency::getDescription);
  }

  private static String targetPackage(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType().getPackageName();
  }

  private static int place(String name) {
    return PackageOrder.placeOf(name).orElse(PackageOrder.PACKAGES.size());
  }
}
