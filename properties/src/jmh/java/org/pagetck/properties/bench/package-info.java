/// Benchmarks of what a check spends its time on. Depends on everything in this module, and on JMH;
/// nothing depends on it.
@NullMarked
package org.pagetck.properties.bench;

import org.jspecify.annotations.NullMarked;
