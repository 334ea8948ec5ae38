package org.pagetck.properties.record;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/// The version of the suite, for what it leaves behind.
public final class SuiteVersion {
  private SuiteVersion() {}

  /// Returns what the module states or, on a class path, the jar; `unversioned` where neither does.
  public static String text() {
    var type = SuiteVersion.class;
    return Optional.ofNullable(type.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .or(() -> Optional.ofNullable(type.getPackage().getImplementationVersion()))
        .orElse("unversioned");
  }
}
