//! Bytes in and out of whatever is open.

use crate::bytes::Bytes;
use std::{
    fs::{File, metadata},
    io::{BufWriter, Error, ErrorKind, Read, Result, Write},
    mem::ManuallyDrop,
    os::{
        fd::{AsRawFd, FromRawFd},
        unix::fs::MetadataExt,
    },
    thread::sleep,
    time::Duration,
};

/// A stream that was open before this program began, and stays open.
///
/// Rust's own `stdout` would keep what can't be written to itself: to a descriptor that was opened for reading, for example.
pub fn stream(descriptor: i32) -> ManuallyDrop<File> {
    // SAFETY: it is only borrowed, since it is never dropped.
    ManuallyDrop::new(unsafe { File::from_raw_fd(descriptor) })
}

/// Reads to the end, and waits for a pipe that doesn't block.
pub fn read(mut file: &File) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        match file.read_to_end(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => pause(),
            Err(error) => return Err(error),
            Ok(_) => return Ok(bytes),
        }
    }
}

pub fn write_stream(descriptor: i32, pieces: &[Bytes]) -> Result<()> {
    let file = stream(descriptor);
    if descriptor == libc::STDOUT_FILENO && was_closed(&file) {
        return Err(Error::from_raw_os_error(libc::EBADF));
    }
    write(&file, pieces)
}

/// Whether a stream was closed when the process began. Rust then opens the null device in its place, for reading and
/// writing; what shells open for `> /dev/null` is for writing alone.
fn was_closed(file: &File) -> bool {
    // SAFETY: the call only asks.
    let flags = unsafe { libc::fcntl(file.as_raw_fd(), libc::F_GETFL) };
    flags & libc::O_ACCMODE == libc::O_RDWR && is_null_device(file).unwrap_or(false)
}

fn is_null_device(file: &File) -> Result<bool> {
    Ok(file.metadata()?.rdev() == metadata("/dev/null")?.rdev())
}

/// Writes small pieces together: a call for each would be slow.
pub fn write(file: &File, pieces: &[Bytes]) -> Result<()> {
    let mut writer = BufWriter::with_capacity(1 << 17, Patient(file));
    for piece in pieces {
        writer.write_all(piece)?;
    }
    writer.flush()
}

/// Waits for the reader of a pipe that doesn't block.
struct Patient<'a>(&'a File);

impl Write for Patient<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        loop {
            match self.0.write(bytes) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => pause(),
                answer => return answer,
            }
        }
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

fn pause() {
    sleep(Duration::from_millis(2));
}
