//! The `Host` of src/host/host.ts, and what src/host/executable.ts needs beside it. Names and meanings are the ones there.

use crate::{
    answer::Answer,
    bytecode,
    bytes::{Bytes, NewBytes},
    files, lines, list, shipped, status, streams,
};
use rquickjs::{Ctx, Function, Object, Result, String as JsString, function::IntoJsFunc, prelude::Opt};
use std::{env, fs, io::IsTerminal, process, time::Instant};

pub fn host<'js>(ctx: &Ctx<'js>) -> Result<Object<'js>> {
    let host = Object::new(ctx.clone())?;
    add_process(&host)?;
    add_utf8(&host)?;
    add_streams(&host)?;
    add_files(&host)?;
    add(&host, "runTldts", |ctx: Ctx<'js>| bytecode::run(&ctx, bytecode::TLDTS))?;
    add(&host, "edges", |bytes: Bytes, from, to, column| lines::edges(&bytes, from, to, column))?;
    Ok(host)
}

fn add_process(host: &Object) -> Result<()> {
    let args = env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned());
    host.set("args", args.collect::<Vec<_>>())?;
    host.set("processId", process::id())?;
    add(host, "environment", |name: String| {
        env::var_os(name).map(|value| value.to_string_lossy().into_owned())
    })?;
    let start = Instant::now();
    add(host, "now", move || start.elapsed().as_secs_f64() * 1000.0)?;
    add(host, "exit", |code: i32| -> () { process::exit(code) })
}

fn add_utf8(host: &Object) -> Result<()> {
    add(host, "isUtf8", |bytes: Bytes| str::from_utf8(&bytes).is_ok())?;
    add(host, "decode", |ctx, bytes: Bytes| JsString::from_str(ctx, &String::from_utf8_lossy(&bytes)))?;
    add(host, "encode", |text: String| NewBytes(text.into_bytes()))
}

fn add_streams(host: &Object) -> Result<()> {
    add(host, "isTerminal", |descriptor| streams::stream(descriptor).is_terminal())?;
    add(host, "read", |descriptor| Answer(streams::read(&streams::stream(descriptor)).map(NewBytes)))?;
    add(host, "write", |descriptor, pieces: Vec<Bytes>| Answer(streams::write_stream(descriptor, &pieces)))
}

fn add_files(host: &Object) -> Result<()> {
    add(host, "readFile", |path: String| Answer(fs::read(path).map(NewBytes)))?;
    add(host, "readShipped", |name: String| Answer(shipped::read(&name).map(NewBytes)))?;
    add(host, "createFile", |path: String, pieces: Vec<Bytes>, mode: Opt<Option<u32>>| {
        Answer(files::create(&path, &pieces, mode.0.flatten()))
    })?;
    add(host, "writeInto", |path: String, pieces: Vec<Bytes>| Answer(files::write_into(&path, &pieces)))?;
    add(host, "list", |path: String| Answer(list::list(&path)))?;
    add(host, "status", |path: String| Answer(status::status(&path)))?;
    add(host, "realPath", |path: String| Answer(files::real_path(&path)))?;
    add(host, "linkTarget", |path: String| files::link_target(&path))?;
    add(host, "rename", |from: String, to: String| Answer(fs::rename(from, to)))?;
    add(host, "remove", |path: String| Answer(files::remove(&path)))
}

fn add<'js, P, F: IntoJsFunc<'js, P> + 'js>(host: &Object<'js>, name: &str, function: F) -> Result<()> {
    host.set(name, Function::new(host.ctx().clone(), function)?)
}
