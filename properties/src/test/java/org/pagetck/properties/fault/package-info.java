/// The suite on liars: the faulty mappers in Java and in C, each of which has to be caught for its
/// reason.
@NullMarked
package org.pagetck.properties.fault;

import org.jspecify.annotations.NullMarked;
