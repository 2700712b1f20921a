//! The files that ship with the program: it has them in itself.

use std::io::{Error, Result};

/// Names, in order, and what is in the files.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

pub fn read(name: &str) -> Result<Vec<u8>> {
    let place = FILES.binary_search_by_key(&name, |(name, _)| name);
    let place = place.map_err(|_| Error::from_raw_os_error(libc::ENOENT))?;
    Ok(FILES[place].1.to_vec())
}
