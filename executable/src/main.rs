//! krm-ingress-shim in one file: its bundle as bytecode for `QuickJS`, and the little that it needs of the system. The bundle
//! can't reach anything else: there is no network, no other process, and nothing that makes code of a text.

mod answer;
mod bytecode;
mod bytes;
mod files;
mod host;
mod lines;
mod list;
mod shipped;
mod status;
mod streams;

use rquickjs::{CatchResultExt, Context, Ctx, Result, Runtime, context::intrinsic};
use std::{
    process::exit,
    thread::{Builder, JoinHandle},
};

/// What the bundle uses of JavaScript. `Eval` is left out: only the bytecode that is built in can be run.
type Intrinsics = (
    intrinsic::Date,
    intrinsic::RegExp,
    intrinsic::RegExpCompiler,
    intrinsic::Json,
    intrinsic::MapSet,
    intrinsic::TypedArrays,
    intrinsic::Promise,
    intrinsic::Proxy,
    intrinsic::WeakRef,
);

/// As deep as Node goes before it refuses a list. What is freed on the way out is not counted, so the thread has far more.
const STACK_LIMIT: usize = 4 << 20;
const THREAD_STACK: usize = 32 << 20;

const EXIT_FAILURE: i32 = 2;

fn main() {
    let command = Builder::new().stack_size(THREAD_STACK).spawn(run);
    if let Ok(Ok(Err(error))) = command.map(JoinHandle::join) {
        eprintln!("krm-ingress-shim: This is a bug: {error}. Please report it, with the list that was read.");
    }
    exit(EXIT_FAILURE)
}

/// Runs the bundle, which ends the process itself when it is done.
fn run() -> std::result::Result<(), String> {
    let runtime = Runtime::new().map_err(|error| error.to_string())?;
    runtime.set_max_stack_size(STACK_LIMIT);
    // A run is over before its garbage would matter: what isn't part of a cycle is freed at once.
    runtime.set_gc_threshold(usize::MAX);
    let context =
        Context::builder().with::<Intrinsics>().build(&runtime).map_err(|error| error.to_string())?;
    context.with(|ctx| start(&ctx).catch(&ctx).map_err(|error| error.to_string()))?;
    while runtime.execute_pending_job().map_err(|error| error.to_string())? {}
    Err("it ended too early".to_string())
}

fn start(ctx: &Ctx<'_>) -> Result<()> {
    ctx.globals().set("executable", host::host(ctx)?)?;
    bytecode::run(ctx, bytecode::HOST)?;
    bytecode::run(ctx, bytecode::COMMAND)
}
