/// The closed catalogue of requirements: id, strength, sentence, source, and where to look first.
/// Depends on nothing else.
@NullMarked
package org.pagetck.model.requirement;

import org.jspecify.annotations.NullMarked;
