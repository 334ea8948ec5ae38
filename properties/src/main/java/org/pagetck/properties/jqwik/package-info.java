/// The driver for jqwik, and the only package that knows it: seeds as arbitraries, properties over
/// the engine's checks. Depends on the engine.
@NullMarked
package org.pagetck.properties.jqwik;

import org.jspecify.annotations.NullMarked;
