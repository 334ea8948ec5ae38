package org.pagetck.impl.fault;

import org.pagetck.impl.core.MapCore;
import org.pagetck.impl.core.TableSpace;
import org.pagetck.model.requirement.Requirement;

/// The frame is ORed into the word unmasked and untested.
@Faulty(
    id = "F45",
    sentence = "a frame past the physical width leaks into the flags",
    origin = "x86_64 crate; the shape of XSA-173",
    blame = {Requirement.ROB_03, Requirement.STR_04})
final class FrameLeaksIntoFlags extends MapCore {
  FrameLeaksIntoFlags(TableSpace space) {
    super(space);
  }

  @Override
  protected boolean isInRange(long frame) {
    return true;
  }
}
