package org.pagetck.properties.mmu;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.Protection;

/// One doubtful case: tables, an access, and what the manual owes it.
///
/// @param name the case as a sentence
/// @param change what is changed in the tables of all rights
/// @param address the address asked about
/// @param access what is tried
/// @param protection the settings under which it is tried
/// @param noExecute whether NXE is set
/// @param owed the answer, from the changed tables
record MmuCase(
    String name,
    UnaryOperator<CaseTables> change,
    long address,
    Access access,
    Protection protection,
    boolean noExecute,
    Function<CaseTables, MmuAnswer> owed) {
  /// Returns the case under WP with NXE.
  static MmuCase of(
      String name,
      UnaryOperator<CaseTables> change,
      long address,
      Access access,
      Function<CaseTables, MmuAnswer> owed) {
    return new MmuCase(name, change, address, access, Protection.WRITE_PROTECT, true, owed);
  }

  MmuCase under(Protection other) {
    return new MmuCase(name, change, address, access, other, noExecute, owed);
  }

  MmuCase withoutNoExecute() {
    return new MmuCase(name, change, address, access, protection, false, owed);
  }

  MmuQuestion question(CaseTables tables) {
    return new MmuQuestion(tables.root(), address, access, protection);
  }

  /// Returns an answer that allows the access to go to where [CaseTables#SMALL] leads.
  static MmuAnswer small(CaseTables tables) {
    return new MmuAnswer.Allowed(tables.smallTarget(), List.of());
  }

  static Function<CaseTables, MmuAnswer> at(long address) {
    return _ -> new MmuAnswer.Allowed(address, List.of());
  }

  static Function<CaseTables, MmuAnswer> fault(int code) {
    return _ -> new MmuAnswer.PageFault(code);
  }
}
