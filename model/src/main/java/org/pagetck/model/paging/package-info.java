/// What the hardware makes of table entries: accesses, rights, the walk. Depends on addresses and
/// entries only.
@NullMarked
package org.pagetck.model.paging;

import org.jspecify.annotations.NullMarked;
