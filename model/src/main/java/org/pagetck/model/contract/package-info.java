/// What a mapper promises: the policies on which good mappers differ, the named contracts, and the
/// reasons that a mapper tells apart. Depends on addresses, entries and operations only.
@NullMarked
package org.pagetck.model.contract;

import org.jspecify.annotations.NullMarked;
