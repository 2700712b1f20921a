// Reads YAML as programs around Kubernetes do: each line of the input is a JSON object with the name of a reader and a text,
// and each line of the output says what that reader makes of it.
//
//	echo '{"reader": "yaml.v3", "text": "a: b"}' | go run .
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"time"

	yamlv2 "gopkg.in/yaml.v2"
	yamlv3 "gopkg.in/yaml.v3"
	sigs "sigs.k8s.io/yaml"
)

type request struct {
	Reader string `json:"reader"`
	Text   string `json:"text"`
}

// answer has the values of all documents, or why the text is refused.
type answer struct {
	Documents []any  `json:"documents,omitempty"`
	Error     string `json:"error,omitempty"`
}

func main() {
	requests := json.NewDecoder(bufio.NewReader(os.Stdin))
	answers := json.NewEncoder(os.Stdout)
	for {
		var asked request
		if err := requests.Decode(&asked); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		if err := answers.Encode(read(asked)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
	}
}

func read(asked request) (result answer) {
	defer func() {
		if reason := recover(); reason != nil {
			result = answer{Error: fmt.Sprint(reason)}
		}
	}()
	documents, err := documentsOf(asked)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Documents: documents}
}

func documentsOf(asked request) ([]any, error) {
	text := strings.NewReader(asked.Text)
	switch asked.Reader {
	case "yaml.v2":
		return allOf(yamlv2.NewDecoder(text).Decode)
	case "yaml.v3":
		return allOf(yamlv3.NewDecoder(text).Decode)
	case "sigs.k8s.io/yaml":
		var value any
		err := sigs.Unmarshal([]byte(asked.Text), &value)
		return []any{value}, err
	}
	return nil, fmt.Errorf("no reader is called %q", asked.Reader)
}

func allOf(decode func(any) error) ([]any, error) {
	documents := []any{}
	for {
		var value any
		if err := decode(&value); errors.Is(err, io.EOF) {
			return documents, nil
		} else if err != nil {
			return nil, err
		}
		documents = append(documents, asJSON(value))
	}
}

// asJSON is a value as JSON can have it; what it can't have becomes a text with its tag.
func asJSON(value any) any {
	switch value := value.(type) {
	case map[string]any:
		fields := map[string]any{}
		for key, field := range value {
			fields[key] = asJSON(field)
		}
		return fields
	case map[any]any:
		fields := map[string]any{}
		for key, field := range value {
			fields[keyOf(key)] = asJSON(field)
		}
		return fields
	case []any:
		entries := []any{}
		for _, entry := range value {
			entries = append(entries, asJSON(entry))
		}
		return entries
	case float64:
		if math.IsNaN(value) || math.IsInf(value, 0) {
			return fmt.Sprintf("!!float %v", value)
		}
		return value
	case int64, uint64:
		return fmt.Sprintf("!!int %d", value)
	case time.Time:
		return "!!timestamp " + value.Format(time.RFC3339Nano)
	}
	return value
}

func keyOf(key any) string {
	if text, isText := key.(string); isText {
		return text
	}
	return fmt.Sprintf("!!%T %v", key, key)
}
