//! Makes bytecode of the bundle: the program neither holds its text nor has to compile it.

use rquickjs::{Context, Module, Runtime, WriteOptions};
use std::{env, error::Error, fs, path::Path};

const BUNDLES: [(&str, &str); 2] = [("host", "bundle/host.js"), ("command", "bundle/command.js")];

fn main() -> Result<(), Box<dyn Error>> {
    let context = Context::full(&Runtime::new()?)?;
    for (name, path) in BUNDLES {
        println!("cargo::rerun-if-changed={path}");
        let bytecode = context.with(|ctx| {
            let options = WriteOptions { strip_source: true, strip_debug: true, ..Default::default() };
            Module::declare(ctx, name, fs::read(path)?)?.write(options).map_err(Box::<dyn Error>::from)
        })?;
        fs::write(Path::new(&env::var("OUT_DIR")?).join(name), bytecode)?;
    }
    Ok(())
}
