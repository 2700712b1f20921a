//! Makes bytecode of the bundle: the program neither holds its text nor has to compile it. And lists the files that ship in it.

use rquickjs::{Context, Module, Runtime, WriteOptions};
use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

type Failure = Box<dyn Error>;

const BUNDLES: [&str; 3] = ["host", "command", "tldts"];

/// What the bundle reads by `readShipped`, in the order of the names.
const SHIPPED: [&str; 2] = ["NOTICES.txt", "rules.json"];

fn main() -> Result<(), Failure> {
    write_bytecode()?;
    fs::write(output("shipped.rs")?, shipped()?)?;
    Ok(())
}

fn write_bytecode() -> Result<(), Failure> {
    let context = Context::full(&Runtime::new()?)?;
    for name in BUNDLES {
        let path = format!("bundle/{name}.js");
        println!("cargo::rerun-if-changed={path}");
        let bytecode = context.with(|ctx| {
            let options = WriteOptions { strip_source: true, strip_debug: true, ..Default::default() };
            Module::declare(ctx, name, fs::read(&path)?)?.write(options).map_err(Failure::from)
        })?;
        fs::write(output(name)?, bytecode)?;
    }
    Ok(())
}

/// A slice of names and bytes, as Rust writes it.
fn shipped() -> Result<String, Failure> {
    let mut pairs = String::new();
    for name in SHIPPED {
        let path = fs::canonicalize(Path::new("bundle").join(name))?;
        println!("cargo::rerun-if-changed={}", path.display());
        pairs += &format!("({name:?}, include_bytes!({path:?})),");
    }
    Ok(format!("&[{pairs}]"))
}

fn output(name: &str) -> Result<PathBuf, Failure> {
    Ok(Path::new(&env::var("OUT_DIR")?).join(name))
}
