/// The hardware's view of page tables: the walk as a pure function over words, the rights that it
/// grants, and the question and answer that a real MMU shares with it. Depends on addresses and
/// entries only.
@NullMarked
package org.pagetck.model.paging;

import org.jspecify.annotations.NullMarked;
