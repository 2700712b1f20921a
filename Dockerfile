# The function as kpt runs it in a container: a ResourceList on the standard input, and one on the standard output.
#
#   docker build --tag krm-ingress-shim .
#   docker run --interactive --rm krm-ingress-shim < list.yaml
#
# scripts/container.sh builds it and runs it under kpt.

FROM docker.io/library/node:20-alpine AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts scripts
COPY src src
COPY docs/rules docs/rules
RUN node scripts/build.mjs command

# All that the function needs at run time: node, the libraries that it is linked with, the users (kpt starts a function as
# `nobody`, by name), the function with a code cache for this very node in it, and the rules' pages. No shell and no package manager.
RUN node=$(command -v node) \
  && mkdir /root-of-image \
  && tar -chf - "$node" $(ldd "$node" | grep -o '/[^ ]*' | sort -u) /etc/passwd /etc/group | tar -xf - -C /root-of-image \
  && mkdir -p /root-of-image/usr/local/lib/krm-ingress-shim/dist \
  && cp dist/krm-ingress-shim* /root-of-image/usr/local/lib/krm-ingress-shim/dist \
  && cp -R docs /root-of-image/usr/local/lib/krm-ingress-shim \
  && ln -sf "$node" /root-of-image/node

FROM scratch
COPY --from=build /root-of-image /
USER nobody
ENTRYPOINT ["/node", "/usr/local/lib/krm-ingress-shim/dist/krm-ingress-shim.cjs"]
