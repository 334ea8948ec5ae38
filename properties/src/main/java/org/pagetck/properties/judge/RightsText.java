package org.pagetck.properties.judge;

import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.AccessKind;
import org.pagetck.model.paging.FaultReason;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.Privilege;
import org.pagetck.model.paging.Protection;
import org.pagetck.model.paging.WalkResult;
import org.pagetck.model.paging.WalkWord;
import org.pagetck.model.paging.WordReader;
import org.pagetck.model.space.PageRights;

/// Says in the processor's words what it makes of a page: `a user read of 0x1000 faults: level 3
/// link lacks USER`.
final class RightsText {
  private final PageWalk walk;
  private final WordReader words;
  private final long root;
  private final MmuBench bench;

  RightsText(PageWalk walk, WordReader words, long root, MmuBench bench) {
    this.bench = bench;
    this.walk = walk;
    this.words = words;
    this.root = root;
  }

  /// What differs.
  ///
  /// @param kind the same for equal defects, without addresses
  /// @param evidence what the processor does, with addresses
  record Divergence(String kind, String evidence) {}

  /// The processor denies what of `rights` is lacking.
  Divergence denied(OperationKind call, long address, boolean own, long rights) {
    var access = accessBy(rights, granted(address));
    var result = walk.access(words, root, address, access, Protection.WRITE_PROTECT);
    if (!(result instanceof WalkResult.PageFault fault)) {
      throw new IllegalStateException(
          "the walk denies and allows a %s of 0x%x".formatted(access, address));
    }
    var isLeaf = fault.level() == WalkWord.level(walk.walk(words, root, address));
    var entry = isLeaf ? "leaf" : "link";
    var kind =
        "%s: lets a %s of %s fault: a %s %s"
            .formatted(call.family().key(), access, page(own), entry, what(fault.reason()));
    var evidence =
        "a %s of 0x%x faults: level %d %s %s"
                .formatted(access, address, fault.level(), entry, what(fault.reason()))
            + opinion(address, access);
    return new Divergence(kind, evidence);
  }

  /// The processor finds no page where one is mapped.
  Divergence absent(OperationKind call, long address, boolean own) {
    var found = walk.walk(words, root, address);
    var why = WalkWord.isReserved(found) ? "has a reserved bit set" : "is not present";
    return new Divergence(
        "%s: lets every access to %s fault: an entry %s"
            .formatted(call.family().key(), page(own), why),
        "a supervisor read of 0x%x faults: level %d entry %s"
                .formatted(address, WalkWord.level(found), why)
            + opinion(address, Access.SUPERVISOR_READ));
  }

  /// The processor allows more than the page may have, namely `rights`.
  Divergence allowed(OperationKind call, long address, boolean own, long rights, PageRights owed) {
    var access = accessBy(rights, granted(address));
    var asked = (PageRights.lacking(PageRights.ALL, owed.leaf()) & rights) == 0;
    var why = asked ? "a link that was set keeps it back" : "its flags do not ask for it";
    return new Divergence(
        "%s: lets a %s of %s pass: %s".formatted(call.family().key(), access, page(own), why),
        "a %s of 0x%x goes through: %s".formatted(access, address, why) + opinion(address, access));
  }

  /// The processor finds a page where none is mapped.
  Divergence unmapped(OperationKind call, long address, boolean own) {
    return new Divergence(
        "%s: lets a supervisor read of %s pass: nothing is mapped there"
            .formatted(call.family().key(), page(own)),
        "a supervisor read of 0x%x goes through, to 0x%x: nothing is mapped there"
                .formatted(
                    address, WalkWord.physicalAddress(walk.walk(words, root, address), address))
            + opinion(address, Access.SUPERVISOR_READ));
  }

  /// The page is of another memory type than its leaf asks for.
  Divergence memoryType(OperationKind call, long address, int owed, int found) {
    return new Divergence(
        "%s: gives a page another memory type".formatted(call.family().key()),
        "0x%x has the memory type of PAT field %d, owed is field %d"
            .formatted(address, found, owed));
  }

  /// Returns what real MMUs say of `access` to `address`.
  private String opinion(long address, Access access) {
    var walked = walk.access(words, root, address, access, Protection.WRITE_PROTECT);
    var question = new MmuQuestion(root, address, access, Protection.WRITE_PROTECT);
    return bench.ask(MmuTopic.RIGHTS, walk.mode(), question, MmuAnswer.of(walked));
  }

  private static String page(boolean own) {
    return own ? "the page" : "another page";
  }

  private long granted(long address) {
    return WalkWord.flags(walk.walk(words, root, address));
  }

  /// Returns the plainest access that one of `rights` decides, where the walk grants `granted`.
  private static Access accessBy(long rights, long granted) {
    if ((rights & EntryFlags.USER) != 0) {
      return Access.USER_READ;
    }
    var privilege = (granted & EntryFlags.USER) != 0 ? Privilege.USER : Privilege.SUPERVISOR;
    var kind = (rights & EntryFlags.WRITABLE) != 0 ? AccessKind.WRITE : AccessKind.FETCH;
    return Access.of(privilege, kind);
  }

  private static String what(FaultReason reason) {
    return switch (reason) {
      case NOT_PRESENT -> "is not present";
      case RESERVED_BIT -> "has a reserved bit set";
      case SUPERVISOR_ONLY -> "lacks USER";
      case READ_ONLY -> "lacks WRITABLE";
      case NO_EXECUTE -> "has NO_EXECUTE";
      case SMEP -> "has USER, under SMEP";
      case SMAP -> "has USER, under SMAP";
    };
  }
}
