export const help = `krm-ingress-shim: cert-manager's ingress-shim, before anything is applied

Reads a ResourceList, adds the Certificate that each TLS block of an annotated
Ingress asks for, and writes the list with its results.

Usage:
  krm-ingress-shim [options] < list.yaml > out.yaml

Options:
  -i, --input FILE            read the list from FILE, not standard input
  -o, --output FILE           write the list to FILE, not standard output
  -f, --function-config FILE  use the functionConfig in FILE, not the list's
  -d, --data KEY=VALUE        set KEY, as in a ConfigMap; can be repeated
      --format FORMAT         write the results as text (default), json, sarif
                              or github (workflow commands of GitHub Actions)
      --results FILE          write the results to FILE, not standard error
      --check                 write no list, only the results
      --fail-on SEVERITY      exit with 1 for results as bad as error (the
                              default), warning or info
  -h, --help                  print this help
  -v, --version               print the version

Exit code:
  0  the list was written
  1  the list was written, and one of its results is an error (see --fail-on)
  2  the list could not be read, or the call is wrong; nothing was written

Examples:
  # The Certificates of a package, with kpt:
  kpt fn eval DIR --exec krm-ingress-shim -- defaultIssuerName=letsencrypt

  # The same without letting kpt run a program:
  kpt fn source DIR | krm-ingress-shim -d prune=false | kpt fn sink OUT

  # What is wrong with a package, at its lines in a pull request:
  kpt fn source . | krm-ingress-shim --check --fail-on=warning --format=github

  # With a functionConfig file:
  krm-ingress-shim -f ingress-shim.yaml -i list.yaml -o list.yaml
`
