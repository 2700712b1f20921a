//! The files that the bundle asks for.

use crate::{bytes::Bytes, streams::write};
use rquickjs::{Ctx, IntoJs, Object, Value};
use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{ErrorKind, Result},
    os::unix::fs::PermissionsExt,
};

pub struct Status {
    kind: &'static str,
    mode: u32,
}

impl<'js> IntoJs<'js> for Status {
    fn into_js(self, ctx: &Ctx<'js>) -> rquickjs::Result<Value<'js>> {
        let status = Object::new(ctx.clone())?;
        status.set("kind", self.kind)?;
        status.set("mode", self.mode)?;
        status.into_js(ctx)
    }
}

pub fn status(path: &str) -> Result<Status> {
    let found = fs::metadata(path)?;
    let kind = match found.file_type() {
        kind if kind.is_file() => "file",
        kind if kind.is_dir() => "directory",
        _ => "other",
    };
    Ok(Status { kind, mode: found.permissions().mode() & 0o777 })
}

pub fn create(path: &str, pieces: &[Bytes], mode: Option<u32>) -> Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path)?;
    write(&file, pieces)?;
    mode.map_or(Ok(()), |mode| file.set_permissions(Permissions::from_mode(mode)))
}

pub fn write_into(path: &str, pieces: &[Bytes]) -> Result<()> {
    write(&File::create(path)?, pieces)
}

pub fn real_path(path: &str) -> Result<String> {
    Ok(fs::canonicalize(path)?.to_string_lossy().into_owned())
}

pub fn remove(path: &str) -> Result<()> {
    fs::remove_file(path)
        .or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
