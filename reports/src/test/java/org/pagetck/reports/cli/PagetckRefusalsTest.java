package org.pagetck.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with what it was given, the command line says in one sentence.
class PagetckRefusalsTest {
  @TempDir private Path folder = Path.of("");
  private ChildProcess pagetck = new ChildProcess(folder);

  @BeforeEach
  void inAFreshFolder() {
    pagetck = new ChildProcess(folder);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static void assertComplains(ChildProcess.Ended ended, int status, String... parts) {
    assertThat(ended.err()).startsWith("pagetck: ").contains(parts).doesNotContain("\tat ");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.status()).isEqualTo(status);
  }

  @Test
  void aMissingTraceIsNamed() {
    assertComplains(pagetck.run("replay", "none.txt"), 2, "there is no file none.txt");
  }

  @Test
  void aTraceThatCannotBeReadIsNamedWithLineAndCause() throws IOException {
    write("bad.txt", "pagetck-trace 1\nunmap 4K 0x0\nunmapp 4K 0x0\n");

    assertComplains(
        pagetck.run("shrink", "bad.txt"), 2, "bad.txt, line 3: 'unmapp' cannot be read", "unmap");
  }

  @Test
  void aTraceUnderAContractThatDoesNotExistIsRefused() throws IOException {
    write("odd.txt", "pagetck-trace 1\nhuge-part sometimes\nunmap 4K 0x0\n");

    assertComplains(pagetck.run("replay", "odd.txt"), 2, "odd.txt, line 2: 'huge-part sometimes'");
  }

  @Test
  void aDeclarationThatCannotBeReadIsNamedWithLineAndCause() throws IOException {
    write("acme.txt", "contract = strict\noccupied-slot = perhaps\n");

    assertComplains(
        pagetck.run("check", "--contract", "acme.txt"),
        2,
        "acme.txt, line 2: 'occupied-slot = perhaps'",
        "refused, identical-accepted or replaced");
  }

  @Test
  void aPolicyThatIsNotJudgedYetIsRefused() throws IOException {
    write("acme.txt", "ranges = yes\n");

    assertComplains(
        pagetck.run("check", "--contract", "acme.txt"),
        2,
        "ranges = yes",
        "not judged in this version");
  }

  @Test
  void aSubjectThatDoesNotExistIsToldWithWhatMayBeMeant() {
    assertComplains(
        pagetck.run("check", "mappd"), 2, "there is no subject mappd (did you mean mapped?)");
  }

  @Test
  void aLibraryThatDoesNotLoadSaysNothingOfTheMapper() throws IOException {
    write("libacme.so", "no library");

    assertComplains(pagetck.run("check", "native:libacme.so"), 3, "libacme.so");
  }

  @Test
  void theDirectoryOfAnotherRunIsNotReplacedUnlessForced() {
    var few = new String[] {"check", "--traces", "5", "--out", "out", "--seed", "1"};
    assertThat(pagetck.run(few).status()).isEqualTo(4);
    assertThat(pagetck.run(few).status()).isEqualTo(4);
    few[6] = "2";

    assertComplains(pagetck.run(few), 2, "out holds a run with seed 0x1", "--force");

    var forced = pagetck.run("check", "--traces", "5", "--out", "out", "--seed", "2", "--force");
    assertThat(forced.status()).isEqualTo(4);
  }
}
