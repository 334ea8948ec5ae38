/// Operations on an address space, their outcomes, refusals and flushes, as values. Depends on
/// addresses and entries only.
@NullMarked
package org.pagetck.model.operation;

import org.jspecify.annotations.NullMarked;
