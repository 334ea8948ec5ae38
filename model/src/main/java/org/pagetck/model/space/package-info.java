/// The reference model: a persistent address space that knows what each operation must answer and
/// leave behind. Pure: no clock, no randomness, no bytes. Depends on the model's values and on
/// persistent collections only.
@NullMarked
package org.pagetck.model.space;

import org.jspecify.annotations.NullMarked;
