/// What one step did, seen from outside: which frames are tables, which words changed, which frames
/// were taken and given back. Depends on the model and on memory.
@NullMarked
package org.pagetck.properties.observation;

import org.jspecify.annotations.NullMarked;
