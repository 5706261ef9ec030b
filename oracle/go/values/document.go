package main

import (
	"encoding/json"

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
	return map[string]any{"json": json.RawMessage(read)}
}
