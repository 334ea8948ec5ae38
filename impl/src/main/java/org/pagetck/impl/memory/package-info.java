/// Physical memory over a memory segment: the only place that knows byte offsets. Depends on the
/// model's addresses and mapper interface only.
@NullMarked
package org.pagetck.impl.memory;

import org.jspecify.annotations.NullMarked;
