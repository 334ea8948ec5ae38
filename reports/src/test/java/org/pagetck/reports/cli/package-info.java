/// Tests of the command line: its parts by themselves, and as a process.
@NullMarked
package org.pagetck.reports.cli;

import org.jspecify.annotations.NullMarked;
