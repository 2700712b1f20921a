// The oracle writes down what Go's standard library makes of texts in each of the formats that src/go reads: one table a
// format, one case a line. The inputs are the lists in inputs.go, the annotation values of the conformance vectors, and
// mutations of both that are the same in every run.
//
//	go run . -to <directory>    writes the tables; the committed ones are beside this file
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"
)

// A row is an input and what Go makes of it: a value, or an error.
type row struct {
	In    string `json:"in"`
	Value any    `json:"value,omitempty"`
	Error string `json:"error,omitempty"`
}

func main() {
	to := flag.String("to", ".", "directory that the tables are written to")
	vectors := flag.String("vectors", "../../conformance", "directory of the conformance vectors")
	mutations := flag.Int("mutations", 250, "mutated inputs for each format")
	seed := flag.Uint64("seed", 1, "seed of the mutations")
	flag.Parse()

	annotations, err := annotationValues(*vectors)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range formats {
		inputs := append(f.inputs, annotations.of(f.annotations)...)
		inputs = distinct(append(inputs, mutate(inputs, f.alphabet, *mutations, *seed)...))
		if err := os.WriteFile(filepath.Join(*to, f.name+".jsonl"), table(f, inputs), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

func table(f format, inputs []string) []byte {
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	encoder.SetEscapeHTML(false)
	for _, in := range inputs {
		value, err := f.read(in)
		if err == errNotInFormat {
			continue
		}
		r := row{In: in, Value: value}
		if err != nil {
			r = row{In: in, Error: err.Error()}
		}
		if err := encoder.Encode(r); err != nil {
			log.Fatal(err)
		}
	}
	return lines.Bytes()
}

func distinct(texts []string) []string {
	seen := map[string]bool{}
	var kept []string
	for _, text := range texts {
		if !seen[text] {
			seen[text] = true
			kept = append(kept, text)
		}
	}
	return kept
}
