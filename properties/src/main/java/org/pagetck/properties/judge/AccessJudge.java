package org.pagetck.properties.judge;

import org.pagetck.model.address.Levels;
import org.pagetck.model.contract.Contract;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;
import org.pagetck.model.paging.Rights;
import org.pagetck.model.paging.WordReader;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.AddressSpace;
import org.pagetck.model.space.PageRights;
import org.pagetck.model.space.Slot;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.model.space.Step;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.LongBag;
import org.pagetck.properties.observation.StepObservation;

/// Judges calls on pages that a processor accessed (PRM-06): ACCESSED and DIRTY stay where nothing
/// was asked that resets them, and the answers are what they would have been.
///
/// An answer that is wrong for another reason is wrong without the access, too: shrinking removes
/// the access, and this requirement from the finding.
public final class AccessJudge implements Judge {
  private static final int ACCESS_COUNT_MAX = 8;
  private static final long HARDWARE_SET = EntryFlags.ACCESSED | EntryFlags.DIRTY;

  /// One access in 16 is put to the real MMUs.
  private static final int SHARE_MASK = 0xf;

  private final Answers answers;
  private final PageWalk walk;
  private final WordReader words;
  private final long root;
  private final MmuBench bench;
  private final long[] accessed = new long[ACCESS_COUNT_MAX];
  private int count;
  private int lineCount;

  /// Creates it for one trace, with real MMUs to ask; words outside the memory read as 0.
  public AccessJudge(
      SpaceRules rules, Contract contract, TableBytes bytes, long root, MmuBench bench) {
    var format = rules.format();
    this.answers = new Answers(contract);
    this.walk =
        new PageWalk(new PagingMode(rules.levels(), format.physicalWidth(), format.noExecute()));
    this.words = address -> bytes.isWord(address) ? bytes.load(address) : 0;
    this.root = root;
    this.bench = bench;
  }

  /// Notes what a processor with WP set, SMEP and SMAP clear is about to do to `space`; returns
  /// whether it may.
  public boolean note(AddressSpace space, TraceLine.Access line) {
    var access = Access.of(line.privilege(), line.kind());
    sample(line.address(), access);
    var rights = PageRights.at(space, line.address()).map(PageRights::given).map(Rights::bitsOf);
    if (rights.filter(it -> new Rights(it).allows(access, Protection.WRITE_PROTECT)).isEmpty()) {
      return false;
    }
    accessed[count % ACCESS_COUNT_MAX] = line.address();
    count++;
    return true;
  }

  /// Puts an access to the real MMUs, on a share of them that depends on the trace alone: those
  /// tell which bits they set.
  private void sample(long address, Access access) {
    lineCount++;
    if (bench.isWanted() && (Seeds.mix(address, lineCount) & SHARE_MASK) == 0) {
      ask(address, access);
    }
  }

  private String ask(long address, Access access) {
    var question = new MmuQuestion(root, address, access, Protection.WRITE_PROTECT);
    var walked = walk.access(words, root, address, access, Protection.WRITE_PROTECT);
    return bench.ask(MmuTopic.ACCESSED_AND_DIRTY, walk.mode(), question, MmuAnswer.of(walked));
  }

  /// Makes `addresses` those that were accessed so far.
  public void remember(LongBag addresses) {
    count = addresses.count();
    for (var i = 0; i < count; i++) {
      accessed[i % ACCESS_COUNT_MAX] = addresses.get(i);
    }
  }

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    for (var i = 0; i < Math.min(count, ACCESS_COUNT_MAX); i++) {
      if (isAbout(seen.operation(), accessed[i])) {
        verdicts.exercise(Requirement.PRM_06);
        judge(seen, accessed[i], verdicts);
        return;
      }
    }
  }

  private static boolean isAbout(Operation operation, long address) {
    return switch (operation) {
      case Operation.OnPage call ->
          call.size().alignDown(address) == call.size().alignDown(call.page());
      case Operation.Translate call -> (call.address() ^ address) >>> Levels.shift(1) == 0;
      case Operation.SetTableFlags _, Operation.CleanUp _ -> false;
    };
  }

  private void judge(StepObservation seen, long address, Verdicts verdicts) {
    var kind = seen.operation().kind();
    var isMust = seen.step().free() != Step.Freedom.SHOULD;
    if (isMust && !seen.hasFailed() && !answers.agree(kind, seen.step(), seen.given())) {
      verdicts.accuse(
          Requirement.PRM_06,
          "%s: answers otherwise after an access".formatted(kind.family().key()),
          "after an access to 0x%x the answer is %s, owed is %s"
              .formatted(
                  address, OutcomeText.print(seen.given()), OutcomeText.print(seen.step().owed())));
    }
    lost(seen, seen.owedSpace(), address, verdicts);
  }

  /// Looks for bits on the path of `address` that the processor set, that are owed still, and that
  /// are gone.
  private void lost(StepObservation seen, AddressSpace owedSpace, long address, Verdicts verdicts) {
    var frame = seen.tables().usedFrame(0);
    var table = owedSpace.root();
    for (var level = owedSpace.rules().levels(); level >= 1; level--) {
      var index = Levels.index(address, level);
      var at = frame + (long) index * Levels.ENTRY_BYTES;
      if (!seen.bytes().isWord(at)) {
        return;
      }
      var word = seen.bytes().load(at);
      var slot = table.get(index);
      var gone = slot.word(level, 0) & ~word & HARDWARE_SET;
      var isPresent = slot instanceof Slot.Link || slot instanceof Slot.Leaf;
      if (isPresent && gone != 0 && (word & EntryFlags.PRESENT) != 0) {
        verdicts.accuse(
            Requirement.PRM_06,
            "%s: clears what the processor set".formatted(seen.operation().kind().family().key()),
            "level %d on the path of 0x%x lacks %s".formatted(level, address, new EntryFlags(gone))
                + ask(address, access(gone)));
      }
      if (!(slot instanceof Slot.Link link)) {
        return;
      }
      table = link.table();
      frame = EntryWord.linkAddress(word);
    }
  }

  /// Returns an access after which a processor sets the bits `gone` again.
  private static Access access(long gone) {
    return (gone & EntryFlags.DIRTY) != 0 ? Access.SUPERVISOR_WRITE : Access.SUPERVISOR_READ;
  }
}
