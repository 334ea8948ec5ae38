package org.pagetck.reports.finding;

import org.pagetck.model.requirement.Requirement;

/// Texts of the catalogue by id, for records of other versions too.
final class Requirements {
  private Requirements() {}

  /// Returns what the requirement `id` says, in Markdown.
  static String sentence(String id) {
    return Requirement.byId(id)
        .map(Requirement::sentence)
        .orElse("This version of the suite does not know it.");
  }
}
