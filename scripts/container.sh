#!/usr/bin/env bash
# Builds the image, and lets kpt run it in a container on a package of examples/ whose Certificates have been taken away:
#
#   scripts/container.sh [IMAGE]
#
# Needs kpt, and podman or docker; KRM_FN_RUNTIME=docker takes docker where both are there. Ends with an error unless the
# container gives the very package that is committed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

image=${1:-localhost/krm-ingress-shim:dev}
package=examples/ingress

fail() {
  printf 'scripts/container.sh: %s\n' "$*" >&2
  exit 1
}

engine() {
  for program in ${KRM_FN_RUNTIME:-${KPT_FN_RUNTIME:-podman docker}}; do
    if command -v "$program" > /dev/null; then
      printf '%s\n' "$program"
      return
    fi
  done
  fail "${KRM_FN_RUNTIME:-${KPT_FN_RUNTIME:-podman}} is not on the PATH, and the image can't be built without it. Install podman (https://podman.io/docs/installation) or docker."
}

# kpt reads KPT_FN_RUNTIME up to v1.0.0-beta.58, and KRM_FN_RUNTIME since.
KRM_FN_RUNTIME=$(engine)
export KRM_FN_RUNTIME KPT_FN_RUNTIME="$KRM_FN_RUNTIME"
command -v kpt > /dev/null || fail 'kpt is not on the PATH, and it is what runs the image. See https://kpt.dev/installation/kpt-cli.'

"$KRM_FN_RUNTIME" build --tag "$image" .

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$package/." "$work"
rm "$work"/certificate_*.yaml
kpt fn eval "$work" --image "$image" --image-pull-policy never --fn-config "$work/ingress-shim.yaml"

diff -r "$package" "$work" || fail "What the container wrote is not what is committed in $package."
printf '\nThe container has written:\n\n'
cd "$work"
tail -n +1 certificate_*.yaml
