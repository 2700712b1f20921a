/** The systems that the executable is built for on any machine, by the names that container images and releases have for them. */
export const systems = {
  'linux-amd64': { rust: 'x86_64-unknown-linux-musl', zig: 'x86_64-linux-musl' },
  'linux-arm64': { rust: 'aarch64-unknown-linux-musl', zig: 'aarch64-linux-musl' },
  'darwin-arm64': { rust: 'aarch64-apple-darwin', zig: 'aarch64-macos' },
}
