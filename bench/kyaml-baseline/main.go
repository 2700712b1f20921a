// The baseline of the benchmark: the least that a KRM function written with
// kyaml, the Go library of kpt and kustomize, has to do for the same job. It
// reads a ResourceList, turns each TLS block of an Ingress annotated with
// cert-manager.io/cluster-issuer into a Certificate, and writes the list.
//
//	go build -o kyaml-baseline . && ./kyaml-baseline < list.yaml
package main

import (
	"fmt"
	"os"

	"sigs.k8s.io/kustomize/kyaml/fn/framework"
	"sigs.k8s.io/kustomize/kyaml/kio"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

const certificate = `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: %[1]s
  namespace: %[2]s
spec:
  secretName: %[1]s
  issuerRef:
    name: %[3]s
    kind: ClusterIssuer
    group: cert-manager.io
  usages:
  - digital signature
  - key encipherment
  dnsNames:
`

func generate(rl *framework.ResourceList) error {
	var generated []*yaml.RNode
	for _, item := range rl.Items {
		issuer := item.GetAnnotations()["cert-manager.io/cluster-issuer"]
		if item.GetKind() != "Ingress" || issuer == "" {
			continue
		}
		tls, err := item.Pipe(yaml.Lookup("spec", "tls"))
		if err != nil || tls == nil {
			return err
		}
		err = tls.VisitElements(func(block *yaml.RNode) error {
			secret, err := block.GetString("secretName")
			if err != nil {
				return err
			}
			hosts, err := block.GetSlice("hosts")
			if err != nil {
				return err
			}
			text := fmt.Sprintf(certificate, secret, item.GetNamespace(), issuer)
			for _, host := range hosts {
				text += fmt.Sprintf("  - %s\n", host)
			}
			node, err := yaml.Parse(text)
			generated = append(generated, node)
			return err
		})
		if err != nil {
			return err
		}
	}
	rl.Items = append(rl.Items, generated...)
	return nil
}

func main() {
	rw := &kio.ByteReadWriter{Reader: os.Stdin, Writer: os.Stdout, KeepReaderAnnotations: true}
	if err := framework.Execute(framework.ResourceListProcessorFunc(generate), rw); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
