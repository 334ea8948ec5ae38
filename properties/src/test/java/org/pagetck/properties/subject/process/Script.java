package org.pagetck.properties.subject.process;

import java.util.List;

/// Programs in shell that answer every line in a harmless way, but for the cases that a test gives.
final class Script {
  private static final String AT_ONCE = "say() { printf '%s\\n' \"$1\"; }; flush() { :; }";
  private static final String AT_FLUSH =
      "say() { out=$out$1'\n'; }; flush() { printf %s \"$out\"; out=; }";

  private Script() {}

  /// Returns the command of one that answers each line at once. A case is one of shell's: `map*)
  /// say ok ;;`.
  static List<String> that(String... cases) {
    return command(AT_ONCE, cases);
  }

  /// Returns the command of one that keeps its answers until it is told to flush them.
  static List<String> thatHoldsBack(String... cases) {
    return command(AT_FLUSH, cases);
  }

  private static List<String> command(String say, String... cases) {
    var loop =
        """
        while IFS= read -r line; do
          case $line in
            %s
            pagetck*) say 'mapper name=script' ;;
            .) flush ;;
            open* | close | budget*) say ok ;;
            map* | update-flags*) say ok ;;
            unmap*) say 'ok 0x0' ;;
            translate*) say 'refused NOT_MAPPED' ;;
            *) say unsupported ;;
          esac
        done
        """
            .formatted(String.join("\n    ", cases));
    return List.of("sh", "-c", say + "\n" + loop);
  }
}
