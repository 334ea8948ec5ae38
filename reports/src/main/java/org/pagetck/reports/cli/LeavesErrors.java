package org.pagetck.reports.cli;

import org.pagetck.properties.record.RunDirectory;

/// A command that has a place for the stack trace of an error of the suite.
interface LeavesErrors {
  /// Returns the directory that gets it.
  RunDirectory directory();
}
