/// Tests of what a run leaves behind.
@NullMarked
package org.pagetck.properties.record;

import org.jspecify.annotations.NullMarked;
