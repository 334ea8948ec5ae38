//! Writes the modules that name the crate's files where cargo has them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const PACKAGE: &str = r#""name":"x86_64","version":"0.7.7""#;
const MANIFEST: &str = r#""manifest_path":""#;

fn main() {
    let source = manifest().with_file_name("src");
    let modules = format!(
        "#[path = {:?}]\nmod addr;\npub mod structures {{\n    #[path = {:?}]\n    pub mod paging;\n}}\n",
        existing(source.join("addr.rs")),
        existing(source.join("structures/paging/mod.rs")),
    );
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("modules.rs"), modules).expect("cannot write the modules");
    println!("cargo:rerun-if-changed=build.rs");
}

/// Where cargo keeps the crate's manifest.
fn manifest() -> PathBuf {
    let cargo = env::var_os("CARGO").expect("cargo sets CARGO");
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--offline"])
        .output()
        .expect("cannot run cargo metadata");
    let text = String::from_utf8_lossy(&output.stdout);
    let package = text.find(PACKAGE).unwrap_or_else(|| {
        panic!(
            "the crate is missing: {}",
            String::from_utf8_lossy(&output.stderr)
        )
    });
    let path = text[package..]
        .split_once(MANIFEST)
        .and_then(|(_, rest)| rest.split_once('"'))
        .expect("a package has a manifest")
        .0;
    PathBuf::from(path)
}

fn existing(path: PathBuf) -> PathBuf {
    assert!(path.is_file(), "no such file: {}", path.display());
    path
}
