//! The bundles, which build.rs has compiled.

use rquickjs::{Ctx, Module, Result};

/// Makes of `QuickJS` the world that the command runs in.
pub static HOST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/host"));
pub static COMMAND: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/command"));
/// What few runs need: read with the command, it would be a seventh of a short run.
pub static TLDTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tldts"));

pub fn run(ctx: &Ctx<'_>, bytecode: &[u8]) -> Result<()> {
    // SAFETY: build.rs wrote it with the same QuickJS.
    unsafe { Module::load(ctx.clone(), bytecode) }?.eval()?;
    Ok(())
}
