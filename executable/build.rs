//! Makes bytecode of the bundle: the program neither holds its text nor has to compile it. And lists the files that ship in it.

use rquickjs::{Context, Module, Runtime, WriteOptions};
use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

type Failure = Box<dyn Error>;

const BUNDLES: [(&str, &str); 2] = [("host", "bundle/host.js"), ("command", "bundle/command.js")];

/// The rules' pages, for `explain`.
const SHIPPED: &str = "docs/rules";

fn main() -> Result<(), Failure> {
    write_bytecode()?;
    fs::write(output("shipped.rs")?, shipped()?)?;
    Ok(())
}

fn write_bytecode() -> Result<(), Failure> {
    let context = Context::full(&Runtime::new()?)?;
    for (name, path) in BUNDLES {
        println!("cargo::rerun-if-changed={path}");
        let bytecode = context.with(|ctx| {
            let options = WriteOptions { strip_source: true, strip_debug: true, ..Default::default() };
            Module::declare(ctx, name, fs::read(path)?)?.write(options).map_err(Failure::from)
        })?;
        fs::write(output(name)?, bytecode)?;
    }
    Ok(())
}

/// A slice of paths and bytes, as Rust writes it, in the order of the paths.
fn shipped() -> Result<String, Failure> {
    let folder = fs::canonicalize(Path::new("..").join(SHIPPED))?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        names.push(entry?.file_name().into_string().map_err(|name| format!("{name:?} is not UTF-8"))?);
    }
    names.sort();
    let pairs = names
        .iter()
        .map(|name| format!("({:?}, include_bytes!({:?})),", format!("{SHIPPED}/{name}"), folder.join(name)));
    Ok(format!("&[{}]", pairs.collect::<String>()))
}

fn output(name: &str) -> Result<PathBuf, Failure> {
    Ok(Path::new(&env::var("OUT_DIR")?).join(name))
}
