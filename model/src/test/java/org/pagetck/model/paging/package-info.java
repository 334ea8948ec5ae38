/// Tests of the hardware walk. Depends on the model only.
@NullMarked
package org.pagetck.model.paging;

import org.jspecify.annotations.NullMarked;
