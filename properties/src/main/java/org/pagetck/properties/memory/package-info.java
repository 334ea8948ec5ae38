/// The judges' own view of the bytes: recording memory, the log of what a call did, the shadow that
/// old words are read from. Depends on the model only.
@NullMarked
package org.pagetck.properties.memory;

import org.jspecify.annotations.NullMarked;
