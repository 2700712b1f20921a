//! What the bundle may know of a path.

use rquickjs::{Ctx, IntoJs, Object, Value};
use std::{
    ffi::CString,
    fs::{self, FileType, Metadata},
    io::Result,
    os::unix::fs::{MetadataExt, PermissionsExt},
};

pub struct Status {
    found: Metadata,
    is_writable: bool,
}

impl<'js> IntoJs<'js> for Status {
    fn into_js(self, ctx: &Ctx<'js>) -> rquickjs::Result<Value<'js>> {
        let Self { found, is_writable } = self;
        let status = Object::new(ctx.clone())?;
        status.set("kind", kind_of(found.file_type()))?;
        status.set("mode", permissions(&found))?;
        status.set("size", found.size())?;
        status.set("links", found.nlink())?;
        status.set("identity", format!("{}:{}", found.dev(), found.ino()))?;
        status.set("isWritable", is_writable)?;
        status.into_js(ctx)
    }
}

pub fn status(path: &str) -> Result<Status> {
    let found = fs::metadata(path)?;
    let is_writable = permissions(&found) & 0o222 != 0 && may_write(path);
    Ok(Status { found, is_writable })
}

pub fn kind_of(found: FileType) -> &'static str {
    match found {
        kind if kind.is_file() => "file",
        kind if kind.is_dir() => "directory",
        _ => "other",
    }
}

fn permissions(found: &Metadata) -> u32 {
    found.permissions().mode() & 0o777
}

fn may_write(path: &str) -> bool {
    // SAFETY: the path is a C string for as long as the call lasts.
    CString::new(path).is_ok_and(|path| unsafe { libc::access(path.as_ptr(), libc::W_OK) } == 0)
}
