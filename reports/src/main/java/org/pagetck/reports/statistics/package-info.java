/// What counts are worth: exact intervals, bounds on what may still fail, and whether the
/// generators draw what they are meant to. The only package that knows Commons Math; depends on the
/// model, on the generators and on the records of a run.
@NullMarked
package org.pagetck.reports.statistics;

import org.jspecify.annotations.NullMarked;
