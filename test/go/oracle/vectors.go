package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// annotations are the values of the vectors' annotations, by key.
type annotations map[string][]string

func annotationValues(directory string) (annotations, error) {
	files, err := filepath.Glob(filepath.Join(directory, "*.json"))
	if err != nil {
		return nil, err
	}
	found := annotations{}
	for _, file := range files {
		if err := found.add(file); err != nil {
			return nil, err
		}
	}
	return found, nil
}

func (found annotations) add(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var vectors []struct {
		Items []struct {
			Metadata struct {
				Annotations map[string]string `json:"annotations"`
			} `json:"metadata"`
		} `json:"items"`
	}
	if err := json.Unmarshal(text, &vectors); err != nil {
		return err
	}
	for _, vector := range vectors {
		for _, item := range vector.Items {
			for key, value := range item.Metadata.Annotations {
				found[key] = append(found[key], value)
			}
		}
	}
	return nil
}

// of gives the values of the annotations whose keys end so, or, for a name with a dash at its end, go on after it; and the
// parts of those values between commas, since that is how SANs are read.
func (found annotations) of(names []string) []string {
	var values []string
	for key, texts := range found {
		_, name, _ := strings.Cut(key, "/")
		if slices.ContainsFunc(names, func(n string) bool {
			return strings.HasSuffix(name, n) || strings.HasSuffix(n, "-") && strings.HasPrefix(name, n)
		}) {
			values = append(values, texts...)
		}
	}
	for _, value := range slices.Clone(values) {
		if parts := strings.Split(value, ","); len(parts) > 1 {
			values = append(values, parts...)
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}
