/// One table entry: abstract flags, the coding of a 64-bit word at each level, the states of a
/// slot. Depends on addresses only.
@NullMarked
package org.pagetck.model.entry;

import org.jspecify.annotations.NullMarked;
