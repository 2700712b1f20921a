//! What is in a directory.

use crate::status::kind_of;
use rquickjs::{Ctx, IntoJs, Object, Value};
use std::{
    fs::{self, DirEntry},
    io::Result,
};

pub struct Entry {
    name: String,
    kind: &'static str,
}

impl<'js> IntoJs<'js> for Entry {
    fn into_js(self, ctx: &Ctx<'js>) -> rquickjs::Result<Value<'js>> {
        let entry = Object::new(ctx.clone())?;
        entry.set("name", self.name)?;
        entry.set("kind", self.kind)?;
        entry.into_js(ctx)
    }
}

/// In the order of their names, as Node lists them.
pub fn list(path: &str) -> Result<Vec<Entry>> {
    let mut found = fs::read_dir(path)?.collect::<Result<Vec<_>>>()?;
    found.sort_by_key(DirEntry::file_name);
    found.iter().map(entry_of).collect()
}

fn entry_of(found: &DirEntry) -> Result<Entry> {
    let name = found.file_name().to_string_lossy().into_owned();
    let kind = found.file_type()?;
    Ok(Entry { name, kind: if kind.is_symlink() { kind_behind(found) } else { kind_of(kind) } })
}

/// A link to a directory isn't one: following it may never come to an end. Nor does one that leads nowhere lead to a file.
fn kind_behind(link: &DirEntry) -> &'static str {
    match fs::metadata(link.path()) {
        Ok(found) if found.is_file() => "file",
        _ => "other",
    }
}
