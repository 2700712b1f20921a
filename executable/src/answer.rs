//! What the system answers to a call: a value, or an error as the bundle expects it.

use rquickjs::{Ctx, Error, Exception, IntoJs, Result, Value};
use std::io;

/// Becomes its value, or throws an `Error` whose `code` is the system's name for the reason.
pub struct Answer<T>(pub io::Result<T>);

impl<'js, T: IntoJs<'js>> IntoJs<'js> for Answer<T> {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        match self.0 {
            Ok(value) => value.into_js(ctx),
            Err(error) => Err(thrown(ctx, &error).unwrap_or_else(|failure| failure)),
        }
    }
}

fn thrown(ctx: &Ctx<'_>, error: &io::Error) -> Result<Error> {
    let exception = Exception::from_message(ctx.clone(), &error.to_string())?;
    exception.as_object().set("code", code_of(error))?;
    Ok(exception.throw())
}

fn code_of(error: &io::Error) -> Option<&'static str> {
    let number = error.raw_os_error()?;
    CODES.iter().find(|(code, _)| *code == number).map(|(_, name)| *name)
}

macro_rules! codes {
    ($($name:ident)*) => { &[$((libc::$name, stringify!($name))),*] };
}

const CODES: &[(i32, &str)] = codes! {
    EACCES EBADF EBUSY EEXIST EFBIG EINVAL EIO EISDIR ELOOP EMFILE ENAMETOOLONG ENFILE ENODEV ENOENT ENOMEM ENOSPC ENOTDIR
    ENOTEMPTY ENXIO EPERM EPIPE EROFS ETXTBSY EXDEV
};
