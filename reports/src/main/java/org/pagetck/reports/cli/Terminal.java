package org.pagetck.reports.cli;

import java.io.Console;
import java.util.Optional;

/// What the process writes to.
///
/// @param outIsTerminal whether standard output is a terminal
/// @param errIsTerminal whether standard error is a terminal
/// @param colours whether colours are wanted on terminals
/// @param columns how wide lines may be
record Terminal(boolean outIsTerminal, boolean errIsTerminal, boolean colours, int columns) {
  /// The property by which the launcher says which of `out` and `err` are terminals, since Java
  /// cannot tell of the two apart.
  static final String PROPERTY = "pagetck.terminals";

  private static final int COLUMNS = 100;
  private static final int COLUMNS_MIN = 60;
  private static final int COLUMNS_MAX = 160;

  /// Returns what the launcher and the environment say.
  static Terminal ofProcess() {
    var told = Optional.ofNullable(System.getProperty(PROPERTY));
    var noColour = Optional.ofNullable(System.getenv("NO_COLOR")).filter(it -> !it.isEmpty());
    var dumb = Optional.ofNullable(System.getenv("TERM")).filter("dumb"::equals);
    return new Terminal(
        told.map(it -> it.contains("out")).orElseGet(Terminal::isConsole),
        told.map(it -> it.contains("err")).orElseGet(Terminal::isConsole),
        noColour.isEmpty() && dumb.isEmpty(),
        columnsOfProcess());
  }

  private static boolean isConsole() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private static int columnsOfProcess() {
    return Optional.ofNullable(System.getenv("COLUMNS"))
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::parseInt)
        .map(width -> Math.clamp(width, COLUMNS_MIN, COLUMNS_MAX))
        .orElse(COLUMNS);
  }

  /// Returns the paint for standard output.
  Paint outPaint() {
    return outIsTerminal && colours ? Paint.COLOURS : Paint.PLAIN;
  }
}
