# Two images for linux/amd64 and linux/arm64, each built from source on the builder's own system:
#
#   docker build --tag krm-ingress-shim .
#   docker build --tag krm-ingress-shim-argo-cd --target argo-cd .
#
# The bases are those of https://github.com/docker-library/repo-info. Another one, of a mirror say, is a --build-arg.
# Where the executable is there already: --build-context executable=DIRECTORY, with krm-ingress-shim in it.

ARG NODE=docker.io/library/node:24-bookworm-slim@sha256:235600a8101ab264e117b1768e925532262668dc9b581ef1dd7d96ced463b8e7
ARG PYTHON=docker.io/library/python:3.13-slim-bookworm@sha256:67a1e1f215ccda113cfc024e8639049257e88f273898f595b61476d128d387e8
ARG RUST=docker.io/library/rust:1.98-slim-bookworm@sha256:b5395fa1e42e25148de9b2fd8c8c3a8a341ccb17554ade0ad6bd9a47031f5101
ARG GO=docker.io/library/golang:1.26-bookworm@sha256:551752d3ad9de9923190bf5280500617ed8fee287ffb4b0220e770ef89346258
ARG BASH=docker.io/library/bash:5.3.20-alpine3.24@sha256:bfa60b7f15be4be876607f1b8e19e3b5585a9c4bfdb8865a001366aa54fe675c

FROM --platform=$BUILDPLATFORM $NODE AS packages
WORKDIR /src
COPY package.json package-lock.json LICENSE ./
# And node itself, for the stage that has Rust.
RUN npm ci --ignore-scripts && cp "$(command -v node)" node_modules/.bin

FROM --platform=$BUILDPLATFORM $PYTHON AS zig
RUN pip install --no-cache-dir --root-user-action ignore --target /opt ziglang==0.15.2

FROM --platform=$BUILDPLATFORM $RUST AS build
RUN rustup target add x86_64-unknown-linux-musl aarch64-unknown-linux-musl
COPY --from=zig /opt/ziglang /opt/zig
ENV PATH=/opt/zig:$PATH CARGO_TARGET_DIR=/var/cache/cargo
WORKDIR /src
COPY --from=packages /src ./
COPY scripts scripts
COPY executable executable
COPY docs/rules docs/rules
COPY src src
ARG TARGETARCH
RUN --mount=type=cache,target=/var/cache/cargo \
  node_modules/.bin/node scripts/build-executable.mjs "linux-$TARGETARCH"

FROM scratch AS executable
ARG TARGETARCH
COPY --from=build /src/executable/dist/krm-ingress-shim-linux-$TARGETARCH /krm-ingress-shim

FROM --platform=$BUILDPLATFORM $BASH AS users
# kpt and kustomize start a function as `nobody`, by name.
RUN echo nobody:x:65534:65534:nobody:/: > /passwd

FROM --platform=$BUILDPLATFORM $GO AS tools
ARG TARGETARCH
# Without GOBIN, which go refuses where it compiles for another architecture.
RUN export CGO_ENABLED=0 GOARCH="$TARGETARCH" GOFLAGS=-trimpath GOPATH=/go \
  && go install -ldflags=-s helm.sh/helm/v4/cmd/helm@v4.3.1 \
  && go install -ldflags=-s sigs.k8s.io/kustomize/kustomize/v5@v5.8.1 \
  && mkdir /tools \
  && find /go/bin -type f -exec mv {} /tools ';'

# The sidecar for Argo CD: a shell with pipefail, helm, kustomize and the command.
FROM $BASH AS argo-cd
COPY --from=tools /tools/ /usr/local/bin/
COPY --from=executable /krm-ingress-shim /usr/local/bin/
COPY examples/argo-cd/plugin.yaml /home/argocd/cmp-server/config/plugin.yaml
USER 999

# The function: a ResourceList on the standard input, and one on the standard output.
FROM scratch
COPY --from=users /passwd /etc/passwd
COPY --from=executable /krm-ingress-shim /
USER 65534:65534
ENTRYPOINT ["/krm-ingress-shim"]
LABEL org.opencontainers.image.title=krm-ingress-shim \
      org.opencontainers.image.description="cert-manager's ingress-shim as a KRM function: Certificates from annotated Ingresses, before anything reaches a cluster." \
      org.opencontainers.image.source=https://github.com/krm-ingress-shim/krm-ingress-shim \
      org.opencontainers.image.documentation=https://github.com/krm-ingress-shim/krm-ingress-shim/blob/main/README.md \
      org.opencontainers.image.licenses="Apache-2.0 AND ISC AND MIT"
