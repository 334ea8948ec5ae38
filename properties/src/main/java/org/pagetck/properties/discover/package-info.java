/// Discovery: the declaration of an unknown mapper, found by short traces, and what of its answers
/// no policy explains. Depends on the engine and on sessions.
@NullMarked
package org.pagetck.properties.discover;

import org.jspecify.annotations.NullMarked;
