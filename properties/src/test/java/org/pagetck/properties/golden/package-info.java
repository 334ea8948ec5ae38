/// Comparison of generated artefacts with the committed ones. Depends on nothing else.
@NullMarked
package org.pagetck.properties.golden;

import org.jspecify.annotations.NullMarked;
