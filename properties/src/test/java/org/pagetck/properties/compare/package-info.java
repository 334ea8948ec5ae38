/// Tests of comparisons.
@NullMarked
package org.pagetck.properties.compare;

import org.jspecify.annotations.NullMarked;
