/// The shrinker: from a trace that fails to the smallest one that fails alike, in one canonical
/// form, with a fingerprint. Depends on the model only.
@NullMarked
package org.pagetck.properties.shrink;

import org.jspecify.annotations.NullMarked;
