#!/bin/sh
# The C compiler for another system, named by ZIG_TARGET: zig, which has the headers and libraries of them all.
# build-executable.mjs has cargo call it. What is left out are the system's names as Rust has them, and a library of macOS that
# Rust names and nothing here uses.
for argument; do
  shift
  case $argument in
    --target=* | -arch | arm64 | -mmacosx-version-min=* | -liconv) ;;
    *) set -- "$@" "$argument" ;;
  esac
done
if command -v zig > /dev/null; then
  exec zig cc -target "$ZIG_TARGET" "$@"
fi
exec python3 -m ziglang cc -target "$ZIG_TARGET" "$@"
