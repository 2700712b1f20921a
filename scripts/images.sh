#!/usr/bin/env bash
# Builds the images of the Dockerfile, with podman or docker: scripts/images.sh [OPTION...]
#
# The options go to the engine's `build`, such as --build-arg RUST=registry.example.com/rust:1.98-slim-bookworm. Without any,
# the bases come from Docker Hub. The ids of the images are written to executable/dist/, where the tests look for them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  printf 'scripts/images.sh: %s\n' "$*" >&2
  exit 1
}

engine=$(command -v podman || command -v docker) ||
  fail 'Neither podman nor docker is on the PATH, and images are built with one of them. See https://podman.io/docs/installation.'
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)

build() {
  local name=$1
  shift
  "$engine" build --label org.opencontainers.image.version="$version" --iidfile "executable/dist/$name.id" "$@" .
}

mkdir -p executable/dist
build image --tag localhost/krm-ingress-shim:dev "$@"
build image-argo-cd --target argo-cd --tag localhost/krm-ingress-shim:dev-argo-cd "$@"
