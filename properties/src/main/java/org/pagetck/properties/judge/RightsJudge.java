package org.pagetck.properties.judge;

import java.util.Optional;
import org.pagetck.model.address.Levels;
import org.pagetck.model.entry.EntryFlags;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.MmuAnswer;
import org.pagetck.model.paging.MmuQuestion;
import org.pagetck.model.paging.PageWalk;
import org.pagetck.model.paging.PagingMode;
import org.pagetck.model.paging.Protection;
import org.pagetck.model.paging.WalkWord;
import org.pagetck.model.paging.WordReader;
import org.pagetck.model.requirement.Requirement;
import org.pagetck.model.space.PageRights;
import org.pagetck.model.space.SpaceRules;
import org.pagetck.properties.choice.Seeds;
import org.pagetck.properties.judge.RightsText.Divergence;
import org.pagetck.properties.memory.TableBytes;
import org.pagetck.properties.observation.StepObservation;

/// Judges what the processor allows (PRM-01 to PRM-04): by the page walk over the bytes, for the
/// page of each call and for those that it could have harmed.
///
/// What a page allows under every setting of the control registers follows from WRITABLE, USER and
/// NO_EXECUTE of its walk as a whole, so that one walk answers for all accesses at once.
public final class RightsJudge implements Judge {
  /// What a page has that is not mapped: no right at all.
  private static final long NOTHING = EntryFlags.NO_EXECUTE;

  /// One step in 256 is put to the real MMUs.
  private static final long SHARE_MASK = 0xff;

  private final PageWalk walk;
  private final WordReader words;
  private final long root;
  private final PageSamples samples = new PageSamples();
  private final RightsText text;
  private final MmuBench bench;
  private long stepCount;

  /// Creates it for one trace, with real MMUs to ask; words outside the memory read as 0.
  public RightsJudge(SpaceRules rules, TableBytes bytes, long root, MmuBench bench) {
    var format = rules.format();
    this.walk =
        new PageWalk(new PagingMode(rules.levels(), format.physicalWidth(), format.noExecute()));
    this.words = address -> bytes.isWord(address) ? bytes.load(address) : 0;
    this.root = root;
    this.text = new RightsText(walk, words, root, bench);
    this.bench = bench;
  }

  @Override
  public void judge(StepObservation seen, Verdicts verdicts) {
    if (isAnsweredOtherwise(seen)) {
      return;
    }
    switch (seen.operation()) {
      case Operation.OnPage call -> around(seen, call.page(), verdicts);
      case Operation.Translate call -> around(seen, call.address(), verdicts);
      case Operation.SetTableFlags call -> around(seen, call.address(), verdicts);
      case Operation.CleanUp call -> around(seen, call.first(), verdicts);
    }
  }

  /// Tells whether the mapper did not say that it did what was owed: then memory owes nothing new.
  private static boolean isAnsweredOtherwise(StepObservation seen) {
    var isRefused = seen.given() instanceof Outcome.Refused;
    return !seen.hasFailed() && isRefused != seen.step().isRefused();
  }

  private void around(StepObservation seen, long address, Verdicts verdicts) {
    var levels = seen.before().rules().levels();
    if (!Levels.isCanonical(address, levels) || seen.isTableSpace(address)) {
      return;
    }
    page(seen, address, true, verdicts);
    sample(address);
    var others = samples.around(seen, address);
    for (var i = 0; i < others.count(); i++) {
      page(seen, Levels.signExtend(others.get(i), levels), false, verdicts);
    }
  }

  /// Puts one access to `address` to the real MMUs, on a share of the steps that depends on the
  /// trace alone.
  private void sample(long address) {
    stepCount++;
    var drawn = Seeds.mix(address, stepCount);
    if (bench.isWanted() && (drawn & SHARE_MASK) == 0) {
      var number = (int) (drawn >>> Integer.SIZE) & Integer.MAX_VALUE;
      var access = Access.all().get(number % Access.all().size());
      var protection = Protection.distinct().get((int) (drawn >>> 16) & 7);
      var walked = MmuAnswer.of(walk.access(words, root, address, access, protection));
      bench.ask(
          MmuTopic.RIGHTS, walk.mode(), new MmuQuestion(root, address, access, protection), walked);
    }
  }

  /// Judges the page that holds `address`, which is that of the call if it is `own`.
  private void page(StepObservation seen, long address, boolean own, Verdicts verdicts) {
    var found = walk.walk(words, root, address);
    var owed = PageRights.at(seen.owedSpace(), address);
    if (owed.isPresent()) {
      mapped(seen, new Sample(address, own, owed.get(), found), verdicts);
    } else if (WalkWord.isLeaf(found)) {
      verdicts.exercise(Requirement.PRM_02);
      accuse(Requirement.PRM_02, text.unmapped(seen.operation().kind(), address, own), verdicts);
    }
  }

  /// A page that has to be mapped after the step.
  ///
  /// @param address an address in it
  /// @param own whether it is that of the call
  /// @param rights what is owed to it
  /// @param found what the walk finds, as a [WalkWord]
  private record Sample(long address, boolean own, PageRights rights, long found) {
    boolean isFound() {
      return WalkWord.isLeaf(found);
    }

    /// Returns what the entries of the walk grant together.
    long granted() {
      return WalkWord.flags(found);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a space that does not change stays the same
  private static Optional<PageRights> before(StepObservation seen, Sample page) {
    return seen.owedSpace() == seen.before()
        ? Optional.of(page.rights())
        : PageRights.at(seen.before(), page.address());
  }

  private void mapped(StepObservation seen, Sample page, Verdicts verdicts) {
    verdicts.exercise(Requirement.PRM_01);
    verdicts.exercise(Requirement.PRM_02);
    var before = before(seen, page);
    var kind = seen.operation().kind();
    if (!page.isFound()) {
      if (before.isPresent() || isPromised(seen, page)) {
        accuse(Requirement.PRM_01, text.absent(kind, page.address(), page.own()), verdicts);
      }
      return;
    }
    var had = before.map(PageRights::given).orElse(NOTHING);
    if (page.own() && seen.operation() instanceof Operation.UpdateFlags && isDone(seen)) {
      updated(seen, page, before.map(PageRights::leaf).orElse(NOTHING), had, verdicts);
    } else {
      var owed = isPromised(seen, page) ? promised(seen, page) : kept(page, had);
      lacking(Requirement.PRM_01, seen, page, owed, verdicts);
    }
    var limit = page.rights().limit() | seen.step().optionalLinkFlags();
    var excess = PageRights.lacking(page.granted(), PageRights.both(page.rights().leaf(), limit));
    if (excess != 0) {
      var said = text.allowed(kind, page.address(), page.own(), excess, page.rights());
      accuse(Requirement.PRM_02, said, verdicts);
    }
    memoryType(seen, page, verdicts);
  }

  /// PRM-03: what an update adds has to take effect; PRM-01: what it leaves has to stay.
  private void updated(
      StepObservation seen, Sample page, long oldLeaf, long had, Verdicts verdicts) {
    var owed = page.rights().owed();
    if (PageRights.lacking(owed, oldLeaf & PageRights.MASK) != 0) {
      verdicts.exercise(Requirement.PRM_03);
    }
    lacking(Requirement.PRM_01, seen, page, kept(page, had), verdicts);
    var unfulfilled = PageRights.lacking(owed, page.granted()) & PageRights.lacking(owed, had);
    if (unfulfilled == 0) {
      return;
    }
    var said = text.denied(seen.operation().kind(), page.address(), page.own(), unfulfilled);
    switch (seen.before().rules().contract().updateParents()) {
      case WIDEN -> accuse(Requirement.PRM_03, said, verdicts);
      case LEAVE -> verdicts.miss(Requirement.PRM_03, said.kind(), said.evidence());
    }
  }

  private void lacking(
      Requirement requirement, StepObservation seen, Sample page, long owed, Verdicts verdicts) {
    var lacking = PageRights.lacking(owed, page.granted());
    if (lacking != 0) {
      var said = text.denied(seen.operation().kind(), page.address(), page.own(), lacking);
      accuse(requirement, said, verdicts);
    }
  }

  /// Tells whether the call promised rights for the page: it mapped it, or updated its flags.
  private static boolean isPromised(StepObservation seen, Sample page) {
    return page.own()
        && isDone(seen)
        && (seen.operation() instanceof Operation.AnyMap
            || seen.operation() instanceof Operation.UpdateFlags);
  }

  private static boolean isDone(StepObservation seen) {
    return !seen.hasFailed() && !seen.step().isRefused();
  }

  /// Returns what a map promised. Table flags are the caller's word on links that were there
  /// already, too: those get what they name and nothing else.
  private static long promised(StepObservation seen, Sample page) {
    return seen.operation() instanceof Operation.MapWithTableFlags
        ? page.rights().given()
        : page.rights().owed();
  }

  /// Returns what of the rights that a page had is not taken from it by its leaf's new flags or by
  /// a link that was set.
  private static long kept(Sample page, long had) {
    return PageRights.both(had, page.rights().owed());
  }

  /// PRM-04.
  private void memoryType(StepObservation seen, Sample page, Verdicts verdicts) {
    verdicts.exercise(Requirement.PRM_04);
    var owed = WalkWord.memoryTypeOf(page.rights().leaf());
    var found = WalkWord.memoryType(page.found());
    if (owed != found) {
      var said = text.memoryType(seen.operation().kind(), page.address(), owed, found);
      accuse(Requirement.PRM_04, said, verdicts);
    }
  }

  private static void accuse(Requirement requirement, Divergence said, Verdicts verdicts) {
    verdicts.accuse(requirement, said.kind(), said.evidence());
  }
}
