package org.pagetck.properties.discover;

import static org.pagetck.properties.discover.Dossier.PRESENT;
import static org.pagetck.properties.discover.Dossier.WRITABLE;
import static org.pagetck.properties.discover.Dossier.frame;
import static org.pagetck.properties.discover.Dossier.map;
import static org.pagetck.properties.discover.Dossier.unmap;

import java.util.ArrayList;
import java.util.List;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.contract.GiveBack;
import org.pagetck.model.contract.NewMappingFlush;
import org.pagetck.model.contract.Setting;
import org.pagetck.model.operation.Flush;
import org.pagetck.model.operation.Operation;
import org.pagetck.model.operation.OperationKind;
import org.pagetck.model.operation.Outcome;
import org.pagetck.model.trace.OutcomeText;
import org.pagetck.model.trace.TraceLine;
import org.pagetck.properties.discover.Ear.Event;
import org.pagetck.properties.discover.Ear.Heard;
import org.pagetck.properties.memory.EventLog;

/// Asks when a mapper flushes.
final class FlushProbes {
  private final Ear ear;
  private final Dossier dossier;
  private final PageSize size;
  private final TraceLine there;

  FlushProbes(Ear ear, Dossier dossier) {
    this.ear = ear;
    this.dossier = dossier;
    this.size = dossier.contract().sizes().iterator().next();
    this.there = map(size, dossier.page(0), frame(0), PRESENT | WRITABLE);
  }

  void ask() {
    newMapping();
    giveBack();
  }

  private void newMapping() {
    var heard = ear.hear(dossier.contract(), List.of(there)).getLast();
    var flushes = heard.count(EventLog.FLUSH) > 0;
    if (heard.given() instanceof Outcome.Done(Flush flush)) {
      flushes |= !flush.equals(Flush.NONE) && !flush.equals(Flush.UNKNOWN);
    }
    dossier.decide(
        Setting.NEW_MAPPING_FLUSH,
        flushes ? NewMappingFlush.PAGE : NewMappingFlush.NONE,
        List.of(there),
        "answered " + OutcomeText.print(heard.given()));
  }

  /// Asks wherever a table may be given back.
  private void giveBack() {
    var page = dossier.page(0);
    var ways = new ArrayList<List<TraceLine>>();
    if (dossier.contract().offers(OperationKind.UNMAP)) {
      ways.add(List.of(there, unmap(size, page)));
      if (size == PageSize.SIZE_4K && dossier.contract().offers(PageSize.SIZE_2M)) {
        ways.add(
            List.of(
                there,
                unmap(size, page),
                map(PageSize.SIZE_2M, page, frame(1), PRESENT | WRITABLE)));
      }
      if (dossier.contract().offers(OperationKind.CLEAN_UP)) {
        var all = new Operation.CleanUp(page, page + PageSize.SIZE_1G.bytes() - 1);
        ways.add(List.of(there, unmap(size, page), Dossier.call(all)));
      }
    }
    for (var lines : ways) {
      var heard = ear.hear(dossier.contract(), lines).getLast();
      if (heard.count(EventLog.GIVE_BACK) > 0) {
        var isFlushed = flushesBeforeItGivesBack(heard);
        dossier.decide(
            Setting.GIVE_BACK,
            isFlushed ? GiveBack.IMMEDIATE : GiveBack.AFTER_FLUSH,
            lines,
            isFlushed
                ? "it flushes by itself before it gives a table back"
                : "it gives a table back before anything is flushed");
        return;
      }
    }
  }

  private static boolean flushesBeforeItGivesBack(Heard heard) {
    var kinds = heard.events().stream().map(Event::kind).toList();
    var flush = kinds.indexOf(EventLog.FLUSH);
    return flush >= 0 && flush < kinds.indexOf(EventLog.GIVE_BACK);
  }
}
