package org.pagetck.reports.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pagetck.model.verdict.TableImage;
import org.pagetck.model.verdict.TableImage.Entry;
import org.pagetck.model.verdict.TableImage.TableFrame;

class EntryChangeTest {
  private static final long ROOT = 0x1000;
  private static final long BELOW = 0x2000;

  private static TableImage image(TableFrame... tables) {
    return new TableImage(ROOT, 4, List.of(tables));
  }

  private static TableFrame root(Entry... entries) {
    return new TableFrame(ROOT, 4, 0, List.of(entries));
  }

  private static TableFrame below(Entry... entries) {
    return new TableFrame(BELOW, 3, 0xffff_8000_0000_0000L, List.of(entries));
  }

  @Test
  void equalImagesHaveNoChanges() {
    var image = image(root(new Entry(256, BELOW | 1)), below(new Entry(5, 0x83)));

    assertThat(EntryChange.between(image, image)).isEmpty();
  }

  @Test
  void anEntryThatWasSetAndOneThatWasClearedAreFound() {
    var changes =
        EntryChange.between(image(root(new Entry(3, 0x7))), image(root(new Entry(511, 0x9))));

    assertThat(changes)
        .containsExactly(
            new EntryChange(ROOT, 4, 3, 3L << 39, 0x7, 0, EntryChange.Kind.CHANGED),
            new EntryChange(
                ROOT, 4, 511, 0xffff_ff80_0000_0000L, 0, 0x9, EntryChange.Kind.CHANGED));
  }

  @Test
  void theEntriesOfATableThatAppearedAreFoundBelowTheLinkToIt() {
    var changes =
        EntryChange.between(
            image(root()), image(root(new Entry(256, BELOW | 1)), below(new Entry(1, 0x83))));

    assertThat(changes)
        .containsExactly(
            new EntryChange(
                ROOT, 4, 256, 0xffff_8000_0000_0000L, 0, BELOW | 1, EntryChange.Kind.CHANGED),
            new EntryChange(
                BELOW, 3, 1, 0xffff_8000_4000_0000L, 0, 0x83, EntryChange.Kind.APPEARED));
  }

  @Test
  void theEntriesOfATableThatWentAreFoundWithWhatTheyHeld() {
    var changes =
        EntryChange.between(
            image(root(new Entry(256, BELOW | 1)), below(new Entry(1, 0x83))), image(root()));

    assertThat(changes)
        .extracting(EntryChange::kind, EntryChange::before, EntryChange::after)
        .containsExactly(
            tuple(EntryChange.Kind.CHANGED, BELOW | 1, 0L),
            tuple(EntryChange.Kind.GONE, 0x83L, 0x83L));
  }
}
