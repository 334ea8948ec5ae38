package org.pagetck.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LibraryBoundaryTest {
  private static final JavaClasses CLASSES = CodeBase.mainClasses();

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource({
    "net.jqwik.., properties.jqwik..",
    "org.junit.., properties.junit..",
    "org.apache.commons.math3.., reports.statistics..",
    "gg.jte.., reports.page..",
    "picocli.., reports.cli..",
    "io.qameta.., reports.allure..",
    "io.avaje.., properties.record..|reports..",
    "java.lang.foreign.., impl.memory..|properties.memory..|properties.subject..|properties.mmu..",
  })
  void librariesStayBehindTheirPackages(String library, String packages) {
    noClasses()
        .that(resideInAPackage("org.pagetck..").and(not(resideInAnyPackage(ours(packages)))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.pagetck.reports.cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void onlyChoicesAndTheCommandLineDrawWithoutASeed() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.pagetck.properties.choice..", "org.pagetck.reports.cli..")
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SplittableRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(ThreadLocalRandom.class, SecureRandom.class)
        .check(CLASSES);
  }

  @Test
  void theModelOfSpaceAndWalkKnowsNoClockNoFilesNoThreadsNoChance() {
    noClasses()
        .that()
        .resideInAnyPackage("org.pagetck.model.space..", "org.pagetck.model.paging..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.time..",
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.util.concurrent..",
            "java.util.random..")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  private static String[] ours(String packages) {
    return Arrays.stream(packages.split("\\|"))
        .map(name -> "org.pagetck." + name)
        .toArray(String[]::new);
  }
}
