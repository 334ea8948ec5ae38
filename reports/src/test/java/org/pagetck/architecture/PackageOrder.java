package org.pagetck.architecture;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The order of packages: each may depend on itself and on those before it, and on nothing behind
/// it.
final class PackageOrder {
  static final List<String> PACKAGES =
      List.of(
          "model.address",
          "model.entry",
          "model.operation",
          "model.requirement",
          "model.paging",
          "model.trace",
          "model.contract",
          "model.declaration",
          "model.mapper",
          "model.space",
          "model.verdict",
          "impl.core",
          "impl.memory",
          "impl.frame",
          "impl.processor",
          "impl.table",
          "impl.mapper",
          "impl.policy",
          "impl.fault",
          "properties.choice",
          "properties.generate",
          "properties.memory",
          "properties.subject",
          "properties.mmu",
          "properties.observation",
          "properties.judge",
          "properties.session",
          "properties.law",
          "properties.shrink",
          "properties.record",
          "properties.engine",
          "properties.exhaust",
          "properties.discover",
          "properties.compare",
          "properties.jqwik",
          "properties.junit",
          "reports.statistics",
          "reports.merge",
          "reports.reproduce",
          "reports.finding",
          "reports.page",
          "reports.allure",
          "reports.exchange",
          "reports.cli");

  private static final String BASE = "org.pagetck.";

  private PackageOrder() {}

  /// Returns the place of the package that `name` is, or lies in; nothing where the order does not
  /// know it.
  static Optional<Integer> placeOf(String name) {
    return IntStream.range(0, PACKAGES.size())
        .filter(place -> (name + ".").startsWith(BASE + PACKAGES.get(place) + "."))
        .boxed()
        .findFirst();
  }

  static boolean isOurs(String name) {
    return name.startsWith(BASE);
  }
}
