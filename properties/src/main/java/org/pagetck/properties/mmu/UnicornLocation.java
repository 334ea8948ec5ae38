package org.pagetck.properties.mmu;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the Unicorn library may lie. It is never bundled: a path names it, or a build fetched it.
final class UnicornLocation {
  /// The environment variable that names the library.
  static final String VARIABLE = "PAGETCK_UNICORN";

  private static final Path FETCHED = Path.of("unicorn", "libunicorn.so.2");

  private UnicornLocation() {}

  /// Returns the library that `environment` names, whether it is there or not; else the first that
  /// is there of those that were fetched beside the build; else nothing.
  static Optional<Path> find(Map<String, String> environment, List<Path> buildFolders) {
    var named = Optional.ofNullable(environment.get(VARIABLE)).filter(path -> !path.isBlank());
    return named
        .map(Path::of)
        .or(() ->
            buildFolders.stream()
                .map(folder -> folder.resolve(FETCHED))
                .filter(Files::isRegularFile)
                .findFirst());
  }

  /// Returns the folders that builds of this code write to: the one that its classes lie in, and
  /// the module's, seen from the repository and from the module.
  static List<Path> buildFolders() {
    var folders = new ArrayList<Path>();
    ownFolder().ifPresent(folders::add);
    folders.add(Path.of("properties", "target"));
    folders.add(Path.of("target"));
    return folders;
  }

  private static Optional<Path> ownFolder() {
    return Optional.ofNullable(UnicornLocation.class.getProtectionDomain().getCodeSource())
        .flatMap(source -> Optional.ofNullable(source.getLocation()))
        .map(location -> Path.of(URI.create(location.toString())).getParent());
  }
}
