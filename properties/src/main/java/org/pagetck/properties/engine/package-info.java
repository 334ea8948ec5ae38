/// The engine: checks made of generators, sessions and judges; budgets, parallel jobs, progress,
/// counts of exercises, findings. Depends on everything else in this module but the drivers of test
/// frameworks.
@NullMarked
package org.pagetck.properties.engine;

import org.jspecify.annotations.NullMarked;
