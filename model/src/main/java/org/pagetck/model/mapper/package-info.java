/// The interface between the suite and a mapper: what a mapper answers and what it is given.
/// Depends on operations only.
@NullMarked
package org.pagetck.model.mapper;

import org.jspecify.annotations.NullMarked;
