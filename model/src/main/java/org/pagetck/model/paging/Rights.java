package org.pagetck.model.paging;

import java.util.stream.Collectors;
import org.pagetck.model.entry.EntryFlags;

/// Which accesses a page allows, under every protection setting at once: one bit for each of the 6
/// accesses under each of the 8 settings that paging tells apart.
///
/// @param bits bit `6 * setting + access`, by [Protection#index] and the ordinal of [Access]
public record Rights(long bits) {
  /// Nothing is allowed: there is no translation.
  public static final Rights NONE = new Rights(0);

  private static final int ACCESS_COUNT = 6;
  private static final long[] BY_FLAGS = byFlags();

  private static long[] byFlags() {
    var table = new long[8];
    for (var flags = 0; flags < table.length; flags++) {
      for (var protection : Protection.distinct()) {
        for (var access : Access.all()) {
          var allowed =
              isAllowed(access, protection, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) == 0);
          table[flags] |= allowed ? mask(access, protection) : 0;
        }
      }
    }
    return table;
  }

  /// Decides one access to a page that is present (Intel SDM vol. 3, "Determination of Access
  /// Rights").
  ///
  /// @param writable R/W is set in every entry of the walk
  /// @param user U/S is set in every entry: the page is a user-mode address
  /// @param executable XD is clear in every entry
  private static boolean isAllowed(
      Access access, Protection protection, boolean writable, boolean user, boolean executable) {
    return switch (access) {
      case USER_READ -> user;
      case USER_WRITE -> user && writable;
      case USER_FETCH -> user && executable;
      case SUPERVISOR_READ -> !(user && protection.isSmapInForce());
      case SUPERVISOR_WRITE ->
          !(user && protection.isSmapInForce()) && (writable || !protection.writeProtect());
      case SUPERVISOR_FETCH -> !(user && protection.smep()) && executable;
    };
  }

  /// Returns the one of the [#bits] that stands for `access` under `protection`.
  public static long mask(Access access, Protection protection) {
    return 1L << (ACCESS_COUNT * protection.index() + access.ordinal());
  }

  /// Returns the [#bits] that a walk grants whose entries combine to WRITABLE, USER and NO_EXECUTE
  /// as in `flags`: the first two set in all of them, the third in any.
  public static long bitsOf(long flags) {
    return BY_FLAGS[(int) (((flags >>> 1) & 3) | ((flags >>> 63) << 2))];
  }

  /// Returns the rights that a leaf with `flags` asks for.
  public static Rights of(EntryFlags flags) {
    return flags.has(EntryFlags.PRESENT) ? new Rights(bitsOf(flags.bits())) : NONE;
  }

  /// Tells whether `access` is allowed under `protection`.
  public boolean allows(Access access, Protection protection) {
    return (bits & mask(access, protection)) != 0;
  }

  /// Returns what these rights allow and `other` does not.
  public Rights minus(Rights other) {
    return new Rights(bits & ~other.bits);
  }

  /// Tells whether nothing is allowed.
  public boolean isEmpty() {
    return bits == 0;
  }

  /// Returns the settings and accesses allowed: `WP: user read, user fetch; …`, or `none`.
  @Override
  public String toString() {
    var text =
        Protection.distinct().stream()
            .filter(protection -> Access.all().stream().anyMatch(a -> allows(a, protection)))
            .map(protection ->
                Access.all().stream()
                    .filter(access -> allows(access, protection))
                    .map(Access::toString)
                    .collect(Collectors.joining(", ", protection + ": ", "")))
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? "none" : text;
  }
}
