package main

import (
	"encoding/json"

	goyaml "go.yaml.in/yaml/v2"
	"sigs.k8s.io/yaml"

	"seaworthy/lines"
)

func document(line []byte) any {
	var question struct{ Text string }
	lines.Read(line, &question)
	// kubectl's reader ends the last line where nobody did (apimachinery decoder.go:443).
	text := []byte(question.Text)
	if len(text) > 0 && text[len(text)-1] != '\n' {
		text = append(text, '\n')
	}
	read, err := yaml.YAMLToJSONStrict(text)
	if err != nil {
		return refuse(err)
	}
	answer := map[string]any{"json": json.RawMessage(read)}
	if keysMeet(text) {
		answer["keysMeet"] = true
	}
	return answer
}

// Two keys of a mapping that are one in JSON, as '1' and 1 are: which of their values is taken is the chance of a Go map.
func keysMeet(text []byte) bool {
	var read any
	return goyaml.Unmarshal(text, &read) == nil && meets(read)
}

func meets(value any) bool {
	switch held := value.(type) {
	case []any:
		for _, each := range held {
			if meets(each) {
				return true
			}
		}
	case map[any]any:
		names := map[string]bool{}
		for key, each := range held {
			if meets(each) {
				return true
			}
			name := jsonName(key)
			if names[name] {
				return true
			}
			names[name] = true
		}
	}
	return false
}

// As the reader itself names a key of any kind.
func jsonName(key any) string {
	printed, err := goyaml.Marshal(map[any]any{key: 0})
	if err != nil {
		return ""
	}
	named, err := yaml.YAMLToJSON(printed)
	if err != nil {
		return ""
	}
	return string(named)
}
