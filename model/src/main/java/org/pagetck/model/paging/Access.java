package org.pagetck.model.paging;

import java.util.List;

/// One of the six accesses that paging tells apart.
public enum Access {
  /// A data read at CPL 3.
  USER_READ(Privilege.USER, AccessKind.READ),
  /// A data write at CPL 3.
  USER_WRITE(Privilege.USER, AccessKind.WRITE),
  /// An instruction fetch at CPL 3.
  USER_FETCH(Privilege.USER, AccessKind.FETCH),
  /// A data read at CPL 0.
  SUPERVISOR_READ(Privilege.SUPERVISOR, AccessKind.READ),
  /// A data write at CPL 0.
  SUPERVISOR_WRITE(Privilege.SUPERVISOR, AccessKind.WRITE),
  /// An instruction fetch at CPL 0.
  SUPERVISOR_FETCH(Privilege.SUPERVISOR, AccessKind.FETCH);

  private static final List<Access> ALL = List.of(values());

  private final Privilege privilege;
  private final AccessKind kind;

  Access(Privilege privilege, AccessKind kind) {
    this.privilege = privilege;
    this.kind = kind;
  }

  /// Returns the six accesses.
  public static List<Access> all() {
    return ALL;
  }

  /// Returns the access of `kind` made by `privilege`.
  public static Access of(Privilege privilege, AccessKind kind) {
    return ALL.get(privilege.ordinal() * AccessKind.all().size() + kind.ordinal());
  }

  /// Returns who makes it.
  public Privilege privilege() {
    return privilege;
  }

  /// Returns what it does.
  public AccessKind kind() {
    return kind;
  }

  /// Tells whether it is made at CPL 3.
  public boolean isUser() {
    return privilege == Privilege.USER;
  }

  /// Returns it in words: `user read`.
  @Override
  public String toString() {
    return privilege.text() + " " + kind.text();
  }
}
