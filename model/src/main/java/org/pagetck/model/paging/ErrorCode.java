package org.pagetck.model.paging;

import java.util.ArrayList;

/// The error code of a page fault (Intel SDM vol. 3, "Page-Fault Exceptions").
public final class ErrorCode {
  /// P: a right was lacking or a bit was reserved; clear where an entry was not present.
  public static final int PRESENT = 1;

  /// W/R: the access was a write.
  public static final int WRITE = 1 << 1;

  /// U/S: the access was made in user mode.
  public static final int USER = 1 << 2;

  /// RSVD: a reserved bit was set in an entry.
  public static final int RESERVED = 1 << 3;

  /// I/D: the access was a fetch, and NXE or SMEP is on.
  public static final int FETCH = 1 << 4;

  private ErrorCode() {}

  /// Returns the code of a fault of `access` for `reason`.
  public static int of(FaultReason reason, Access access, Protection protection, PagingMode mode) {
    var cause =
        switch (reason) {
          case NOT_PRESENT -> 0;
          case RESERVED_BIT -> PRESENT | RESERVED;
          case SUPERVISOR_ONLY, READ_ONLY, NO_EXECUTE, SMEP, SMAP -> PRESENT;
        };
    var kind =
        switch (access.kind()) {
          case READ -> 0;
          case WRITE -> WRITE;
          case FETCH -> mode.noExecute() || protection.smep() ? FETCH : 0;
        };
    return cause | kind | (access.isUser() ? USER : 0);
  }

  /// Returns `code` in the manual's abbreviations: `P|W/R|U/S`, or `-`; unknown bits as hex.
  public static String toText(int code) {
    var names = new String[] {"P", "W/R", "U/S", "RSVD", "I/D"};
    var parts = new ArrayList<String>();
    for (var bit = 0; bit < names.length; bit++) {
      if ((code >>> bit & 1) != 0) {
        parts.add(names[bit]);
      }
    }
    if (code >>> names.length != 0) {
      parts.add("0x%x".formatted(code >>> names.length << names.length));
    }
    return parts.isEmpty() ? "-" : String.join("|", parts);
  }
}
