/// Traces: calls and host events in a row, the setup that they start from, and the one spelling of
/// all of them. Depends on addresses, entries, operations and the kinds of access only.
@NullMarked
package org.pagetck.model.trace;

import org.jspecify.annotations.NullMarked;
