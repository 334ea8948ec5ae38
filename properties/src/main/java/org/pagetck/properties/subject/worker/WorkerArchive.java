package org.pagetck.properties.subject.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.pagetck.model.operation.Operation;
import org.pagetck.properties.subject.SubjectFailedException;

/// A jar of the classes that a worker runs, and an archive of them in the form that Java has them
/// in memory, which halves what a worker costs to start. The build makes it; workers do without
/// where it is missing or was made of other classes.
///
/// @param folder where jar and archive lie
record WorkerArchive(Path folder) {
  private static final List<String> PACKAGES =
      List.of(
          "org/pagetck/model/",
          "org/pagetck/properties/memory/",
          "org/pagetck/properties/subject/");
  private static final long STEP_MILLIS_MAX = 10_000;
  private static final long END_MILLIS_MAX = 60_000;
  private static final long MEMORY_BYTES = 1 << 20;
  private static final int CALL_COUNT = 16;

  private static final Optional<WorkerArchive> CURRENT = find();

  /// Returns the one that was made of the classes that run here, or nothing.
  static Optional<WorkerArchive> current() {
    return CURRENT;
  }

  private static Optional<WorkerArchive> find() {
    return beside(WorkerCommand.location(WorkerMain.class)).filter(WorkerArchive::isCurrent);
  }

  private static Optional<WorkerArchive> beside(Path classes) {
    return Optional.ofNullable(classes.getParent())
        .map(parent -> new WorkerArchive(parent.resolve("worker")));
  }

  private Path jar() {
    return folder.resolve("worker.jar");
  }

  private Path archive() {
    return folder.resolve("worker.jsa");
  }

  /// Returns the words of a command that start a worker from it.
  List<String> words() {
    return List.of("-XX:SharedArchiveFile=" + archive(), "-jar", jar().toString());
  }

  private boolean isCurrent() {
    if (!Files.exists(archive())) {
      return false;
    }
    try (var made = new JarFile(jar().toFile())) {
      for (var entry : made.stream().filter(entry -> entry.getName().endsWith(".class")).toList()) {
        if (entry.getCrc() != checksum(entry)) {
          return false;
        }
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Returns the checksum of the class that stands here under the name of `entry`.
  private static long checksum(ZipEntry entry) throws IOException {
    var ofModel = entry.getName().startsWith(PACKAGES.getFirst());
    var module = (ofModel ? Operation.class : WorkerMain.class).getModule();
    try (InputStream stream = module.getResourceAsStream(entry.getName())) {
      var checksum = new CRC32();
      checksum.update(stream == null ? new byte[0] : stream.readAllBytes());
      return checksum.getValue();
    }
  }

  /// Makes it in the folder beside the classes, for those that run here.
  ///
  /// @throws IOException if it cannot be written
  public static void main(String[] arguments) throws IOException {
    var archive = beside(WorkerCommand.location(WorkerMain.class)).orElseThrow();
    if (!archive.isCurrent()) {
      archive.make();
    }
  }

  private void make() throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(archive());
    writeJar();
    rehearse();
    if (!Files.exists(archive())) {
      throw new IOException("Java made no archive " + archive());
    }
  }

  private void writeJar() throws IOException {
    var manifest = new Manifest();
    var main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, WorkerMain.class.getName());
    main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    var classes = new TreeMap<String, byte[]>();
    collect(WorkerCommand.location(Operation.class), classes);
    collect(WorkerCommand.location(WorkerMain.class), classes);
    try (var jar = new JarOutputStream(Files.newOutputStream(jar()), manifest)) {
      for (var file : classes.entrySet()) {
        jar.putNextEntry(new JarEntry(file.getKey()));
        jar.write(file.getValue());
        jar.closeEntry();
      }
    }
  }

  private static void collect(Path location, Map<String, byte[]> classes) throws IOException {
    if (Files.isDirectory(location)) {
      collectBelow(location, classes);
      return;
    }
    try (var jar = FileSystems.newFileSystem(location)) {
      collectBelow(jar.getPath("/"), classes);
    }
  }

  private static void collectBelow(Path root, Map<String, byte[]> classes) throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = root.relativize(file).toString();
        if (name.endsWith(".class") && PACKAGES.stream().anyMatch(name::startsWith)) {
          classes.put(name, Files.readAllBytes(file));
        }
      }
    }
  }

  /// Runs a worker through all that it does, so that Java keeps what it loads for that.
  private void rehearse() {
    var spec = new GuestSpec.Rehearsal(jar());
    var words = List.of("-XX:ArchiveClassesAtExit=" + archive(), "-jar", jar().toString());
    try (var worker = WorkerProcess.start(new WorkerCommand(spec, words));
        var memory = new SharedMemory()) {
      worker.awaitReady();
      memory.ofSize(MEMORY_BYTES);
      memory.request(worker.block());
      expectAnswer(worker);
      for (var number = 0; number < CALL_COUNT; number++) {
        OperationWire.write(worker.block(), new Operation.Translate(number));
        expectAnswer(worker);
      }
      worker.block().setRequest(ControlBlock.CLOSE, 0, 0, 0, 0, 0);
      expectAnswer(worker);
      worker.block().setRequest(ControlBlock.END, 0, 0, 0, 0, 0);
      expectAnswer(worker);
      worker.awaitEnd(END_MILLIS_MAX);
    }
  }

  private static void expectAnswer(WorkerProcess worker) {
    if (!worker.exchange(STEP_MILLIS_MAX)) {
      throw new SubjectFailedException(
          "the worker that was to be archived ended: " + worker.transcript().text());
    }
  }
}
