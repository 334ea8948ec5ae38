package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.address.PageSize;
import org.pagetck.model.entry.EntryWord;
import org.pagetck.model.operation.Refusal;
import org.pagetck.model.requirement.Requirement;

/// translatePage of a huge page takes any present entry of its level for a leaf.
@Faulty(
    id = "F03",
    sentence = "translatePage of a huge page on a link answers with the table's frame",
    origin = "x86_64 crate, all versions",
    blame = {Requirement.TRN_01})
final class TranslateFindsTableFrame extends MapCore {
  TranslateFindsTableFrame(TableSpace space) {
    super(space);
  }

  @Override
  public boolean translatePage(long page, PageSize size) {
    return super.translatePage(page, size)
        || (reason() == Refusal.TABLE_ENTRY
            && found(EntryWord.linkAddress(walk().word()), EntryWord.linkFlags(walk().word())));
  }
}
