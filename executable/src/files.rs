//! The files that the bundle asks for.

use crate::{bytes::Bytes, streams::write};
use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{ErrorKind, Result},
    os::unix::fs::PermissionsExt,
};

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

pub fn link_target(path: &str) -> Option<String> {
    Some(fs::read_link(path).ok()?.to_string_lossy().into_owned())
}

pub fn remove(path: &str) -> Result<()> {
    fs::remove_file(path)
        .or_else(|error| if error.kind() == ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
