/// The mapper as arithmetic over raw words: no allocation per operation, results in fields. The
/// typed mappers stand on it, and so do the faulty ones. Depends on the model only.
@NullMarked
package org.pagetck.impl.core;

import org.jspecify.annotations.NullMarked;
