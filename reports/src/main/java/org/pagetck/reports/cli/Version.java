package org.pagetck.reports.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version of this suite, as its module states it, and of the Java that runs it.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"pagetck " + ofSuite(), "Java " + Runtime.version()};
  }

  /// Returns both on one line.
  static String text() {
    return "pagetck %s, Java %s".formatted(ofSuite(), Runtime.version());
  }

  /// Returns the version of the suite, or `unversioned` where it does not run as a module.
  static String ofSuite() {
    return Optional.ofNullable(Version.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("unversioned");
  }
}
