package org.pagetck.properties.subject.foreign;

import org.pagetck.properties.subject.SubjectFailedException;

/// Where foreign calls work as they are made here.
public final class Platform {
  private static final String SYSTEM = System.getProperty("os.name", "");
  private static final String ARCHITECTURE = System.getProperty("os.arch", "");

  private Platform() {}

  /// Checks that this is Linux on x86-64 or AArch64.
  ///
  /// @throws SubjectFailedException if not
  public static void check() {
    if (!isKnown()) {
      throw new SubjectFailedException(
          "native libraries and worker processes need Linux on x86-64 or AArch64, not %s on %s"
              .formatted(SYSTEM, ARCHITECTURE));
    }
  }

  /// Tells whether this is Linux on x86-64 or AArch64.
  public static boolean isKnown() {
    return SYSTEM.equals("Linux") && (ARCHITECTURE.equals("amd64") || isArm());
  }

  static boolean isArm() {
    return ARCHITECTURE.equals("aarch64");
  }
}
