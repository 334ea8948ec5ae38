/// What a subject says of itself: keys, their values, the three shapes of text, and which of
/// several declarations counts. Depends on contracts, and on traces for the result of reading a
/// text.
@NullMarked
package org.pagetck.model.declaration;

import org.jspecify.annotations.NullMarked;
