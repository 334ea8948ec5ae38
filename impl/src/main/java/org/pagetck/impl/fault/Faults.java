package org.pagetck.impl.fault;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pagetck.impl.core.CoreMapperProvider;
import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.impl.policy.PolicyMapperProvider;
import org.pagetck.impl.policy.PolicyPlace;
import org.pagetck.model.mapper.Fault;
import org.pagetck.model.mapper.FaultProvider;
import org.pagetck.model.mapper.FlushSink;
import org.pagetck.model.mapper.MapperProvider;
import org.pagetck.model.requirement.Requirement;

/// The catalogue of faulty mappers, in the order of their ids.
public final class Faults implements FaultProvider {
  private static final List<Fault> ALL =
      List.of(
          fault(UpdateAddsFlags.class, UpdateAddsFlags::new),
          fault(UpdateTurnsTableIntoLeaf.class, UpdateTurnsTableIntoLeaf::new),
          fault(TranslateFindsTableFrame.class, TranslateFindsTableFrame::new),
          fault(NewLinksLackUser.class, NewLinksLackUser::new),
          fault(OldLinksStayNarrow.class, OldLinksStayNarrow::new),
          fault(RefusedMapWidensHugeParent.class, RefusedMapWidensHugeParent::new),
          fault(RefusedMapRevivesReservedParent.class, RefusedMapRevivesReservedParent::new),
          fault(NewLinkTakesLeafFlags.class, NewLinkTakesLeafFlags::new),
          fault(MappedMeansTwoThings.class, MappedMeansTwoThings::new),
          fault(ReservedParentPanics.class, ReservedParentPanics::new),
          fault(HugeFlagFailsLate.class, HugeFlagFailsLate::new),
          fault(EmptyWordIsMapped.class, EmptyWordIsMapped::new),
          fault(NewTableIsZeroedLate.class, NewTableIsZeroedLate::new),
          fault(NewTableIsNotZeroed.class, NewTableIsNotZeroed::new),
          fault(ZeroingStopsShort.class, ZeroingStopsShort::new),
          fault(WalkFollowsHugeLeaf.class, WalkFollowsHugeLeaf::new),
          fault(UnmapFollowsHugeLeaf.class, UnmapFollowsHugeLeaf::new),
          fault(PatBelongsToFrame.class, PatBelongsToFrame::new),
          fault(SmallPatIsHugePage.class, SmallPatIsHugePage::new),
          fault(WrongSizeIsNamedHugeParent.class, WrongSizeIsNamedHugeParent::new),
          fault(UnmapTakesReserved.class, UnmapTakesReserved::new),
          fault(UnmapReturnsTableFrame.class, UnmapReturnsTableFrame::new),
          fault(UnmapLeavesFlags.class, UnmapLeavesFlags::new),
          fault(UnmapKeepsPresent.class, UnmapKeepsPresent::new),
          fault(UnmapClearsParent.class, UnmapClearsParent::new),
          fault(CleanUpSkipsLowestTables.class, CleanUpSkipsLowestTables::new),
          fault(CleanUpFollowsLeaves.class, CleanUpFollowsLeaves::new),
          fault(CleanUpKeepsFrames.class, CleanUpKeepsFrames::new),
          fault(CleanUpFreesBeforeItUnlinks.class, CleanUpFreesBeforeItUnlinks::new),
          fault(CleanUpStopsAtHole.class, CleanUpStopsAtHole::new),
          fault(CleanUpSkipsLastSubtree.class, CleanUpSkipsLastSubtree::new),
          fault(FramesAreLostWithoutFrame.class, FramesAreLostWithoutFrame::new),
          fault(NoFrameThrows.class, NoFrameThrows::new),
          fault(AllocationBeforeTest.class, AllocationBeforeTest::new),
          fault(HugeMapLosesTable.class, HugeMapLosesTable::new),
          fault(UnmapForgetsFlush.class, UnmapForgetsFlush::new),
          flushing(FlushNamesPageNumber.class, FlushNamesPageNumber::new),
          fault(NarrowedLinkFlushesOnePage.class, NarrowedLinkFlushesOnePage::new),
          flushing(FlushComesBeforeStore.class, FlushComesBeforeStore::new),
          flushing(HugeFlushMissesPage.class, HugeFlushMissesPage::new),
          fault(LinkStandsInItsOwnTable.class, LinkStandsInItsOwnTable::new),
          fault(RootIndexIsOneBitOff.class, RootIndexIsOneBitOff::new),
          fault(SignedIndices.class, SignedIndices::new),
          fault(MisalignedFrameIsCut.class, MisalignedFrameIsCut::new),
          fault(FrameLeaksIntoFlags.class, FrameLeaksIntoFlags::new),
          fault(NoExecuteIsLost.class, NoExecuteIsLost::new),
          fault(UpdateClearsAccessed.class, UpdateClearsAccessed::new),
          fault(EntriesAreStoredInHalves.class, EntriesAreStoredInHalves::new),
          fault(GiganticOffsetIsCut.class, GiganticOffsetIsCut::new),
          keeping(PiecesAreSmallAtEveryLevel.class, PiecesAreSmallAtEveryLevel::new),
          keeping(SplitIsPublishedEmpty.class, SplitIsPublishedEmpty::new),
          fault(RootEntriesAreCloned.class, RootEntriesAreCloned::new),
          fault(RefusalsAreAllTheSame.class, RefusalsAreAllTheSame::new),
          fault(UpdateLeavesLinks.class, UpdateLeavesLinks::new),
          fault(FlushOfEverythingSparesGlobal.class, FlushOfEverythingSparesGlobal::new),
          fault(LeafIsFlushedBeforeUnlink.class, LeafIsFlushedBeforeUnlink::new),
          fault(CleanUpForgetsMarkers.class, CleanUpForgetsMarkers::new),
          fault(AbsenceAsksForNoFlush.class, AbsenceAsksForNoFlush::new),
          flushing(FlushIsNotSignExtended.class, FlushIsNotSignExtended::new),
          keeping(PiecesKeepBitsInPlace.class, PiecesKeepBitsInPlace::new),
          fault(NewLinkForbidsExecution.class, NewLinkForbidsExecution::new),
          fault(OldLinkForbidsExecution.class, OldLinkForbidsExecution::new),
          fault(UnmapLosesMarks.class, UnmapLosesMarks::new),
          fault(LastTableIsRemembered.class, LastTableIsRemembered::new),
          fault(FiveLevelsAreCheckedAsFour.class, FiveLevelsAreCheckedAsFour::new),
          fault(SplitIsNoSplit.class, SplitIsNoSplit::new),
          fault(UnmapWriteProtectsFirst.class, UnmapWriteProtectsFirst::new),
          fault(LeafComesBeforeLinks.class, LeafComesBeforeLinks::new),
          fault(HugePagesLosePat.class, HugePagesLosePat::new),
          fault(TranslateClearsAccessed.class, TranslateClearsAccessed::new),
          flushing(RefusalAsksForFullFlush.class, RefusalAsksForFullFlush::new),
          keeping(SharedTableIsCleanedUp.class, SharedTableIsCleanedUp::new),
          fault(WalkGoesRound.class, WalkGoesRound::new),
          fault(CleanUpStopsBeforeLastEntry.class, CleanUpStopsBeforeLastEntry::new),
          fault(ThreeRefusalsAreForGood.class, ThreeRefusalsAreForGood::new),
          fault(SecondOfTwoTablesIsNotZeroed.class, SecondOfTwoTablesIsNotZeroed::new),
          fault(TableFlagsMissUpperHalf.class, TableFlagsMissUpperHalf::new),
          fault(SecondRemapFindsFirstFrame.class, SecondRemapFindsFirstFrame::new),
          fault(GiganticUpdateLosesPat.class, GiganticUpdateLosesPat::new),
          fault(ReturnedFramesCountAsZero.class, ReturnedFramesCountAsZero::new),
          fault(LoneFrameIsLost.class, LoneFrameIsLost::new),
          fault(DescendingFramesAreZeroedOnce.class, DescendingFramesAreZeroedOnce::new),
          fault(LastByteBelowHoleIsAbsent.class, LastByteBelowHoleIsAbsent::new),
          fault(EqualUpdateDropsGlobal.class, EqualUpdateDropsGlobal::new),
          fault(CleanUpKeepsTopTables.class, CleanUpKeepsTopTables::new),
          fault(ReservedLosesPat.class, ReservedLosesPat::new),
          fault(RefusedMapWidensLinks.class, RefusedMapWidensLinks::new),
          fault(CleanUpRoundsItsEndUp.class, CleanUpRoundsItsEndUp::new),
          fault(CountOfEntriesWraps.class, CountOfEntriesWraps::new),
          fault(TwoRightsTakenAreNotFlushed.class, TwoRightsTakenAreNotFlushed::new),
          fault(OnlyTopLinkForbidsExecution.class, OnlyTopLinkForbidsExecution::new),
          fault(WidenedLinkIsRemembered.class, WidenedLinkIsRemembered::new));

  /// Creates it; what `ServiceLoader` calls.
  public Faults() {}

  @Override
  public List<Fault> faults() {
    return ALL;
  }

  @Override
  public MapperProvider keeping(String name, String declares) {
    return new PolicyMapperProvider(name, declares);
  }

  private static Fault fault(Class<? extends MapCore> type, Function<TableSpace, MapCore> core) {
    return flushing(type, (space, _) -> core.apply(space));
  }

  /// A fault of a mapper that keeps other policies.
  private static Fault keeping(Class<? extends MapCore> type, Function<PolicyPlace, MapCore> core) {
    var faulty = annotation(type);
    return of(faulty, new PolicyMapperProvider(faulty.id(), faulty.declares(), core));
  }

  /// A fault of a mapper that flushes by itself.
  private static Fault flushing(
      Class<? extends MapCore> type, BiFunction<TableSpace, FlushSink, MapCore> core) {
    var faulty = annotation(type);
    return of(faulty, new CoreMapperProvider(faulty.id(), faulty.declares(), core));
  }

  private static Faulty annotation(Class<? extends MapCore> type) {
    var faulty = type.getAnnotation(Faulty.class);
    if (faulty == null) {
      throw new IllegalStateException("not annotated: " + type);
    }
    return faulty;
  }

  private static Fault of(Faulty faulty, MapperProvider provider) {
    return new Fault(
        faulty.id(),
        faulty.sentence(),
        faulty.origin(),
        Stream.of(faulty.blame()).map(Requirement::id).toList(),
        provider);
  }
}
