/// The driver for jqwik, and the only package that knows it: traces as arbitraries, judgement by
/// the requirements in a property's tags. Depends on the engine and on records.
@NullMarked
package org.pagetck.properties.jqwik;

import org.jspecify.annotations.NullMarked;
