/// A small machine for tests: memory, frames and flushes that note all that happens to them.
@NullMarked
package org.pagetck.impl.machine;

import org.jspecify.annotations.NullMarked;
