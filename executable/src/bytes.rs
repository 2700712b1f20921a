//! Bytes of the bundle, and bytes for it.

use rquickjs::{Ctx, FromJs, IntoJs, Result, TypedArray, Value};
use std::ops::Deref;

/// A `Uint8Array` of the bundle, for the time of one call.
pub struct Bytes<'js>(TypedArray<'js, u8>);

impl<'js> FromJs<'js> for Bytes<'js> {
    fn from_js(_: &Ctx<'js>, value: Value<'js>) -> Result<Self> {
        TypedArray::from_value(value).map(Self)
    }
}

impl Deref for Bytes<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        // SAFETY: no call of this program runs JavaScript while it has the bytes, so nobody else can change or free them.
        unsafe { self.0.as_bytes() }.unwrap_or_default()
    }
}

/// Becomes a `Uint8Array`, without a copy.
pub struct NewBytes(pub Vec<u8>);

impl<'js> IntoJs<'js> for NewBytes {
    fn into_js(self, ctx: &Ctx<'js>) -> Result<Value<'js>> {
        TypedArray::new(ctx.clone(), self.0)?.into_js(ctx)
    }
}
