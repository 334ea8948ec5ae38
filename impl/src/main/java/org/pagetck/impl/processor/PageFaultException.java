package org.pagetck.impl.processor;

import org.pagetck.model.paging.Access;
import org.pagetck.model.paging.WalkResult;

/// A processor could not make an access: #PF, or #GP(0) where the address is not canonical.
public final class PageFaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long address;
  private final transient WalkResult result;

  /// Creates it for `access` to `address`, of which the walk made `result`.
  public PageFaultException(long address, Access access, WalkResult result) {
    super("%s of 0x%x: %s".formatted(access, address, result));
    this.address = address;
    this.result = result;
  }

  /// Returns the virtual address, as the processor would leave it in CR2.
  public long address() {
    return address;
  }

  /// Returns what the walk made of the access.
  public WalkResult result() {
    return result;
  }
}
