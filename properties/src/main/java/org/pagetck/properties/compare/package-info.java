/// Compares subjects: the same traces on all of them, and where they part. Depends on sessions, on
/// the shrinker and on the engine.
@NullMarked
package org.pagetck.properties.compare;

import org.jspecify.annotations.NullMarked;
