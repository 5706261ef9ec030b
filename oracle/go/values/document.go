package main

import (
	"encoding/json"

	"sigs.k8s.io/yaml"
)

func document(line []byte) any {
	var question struct{ Text string }
	read(line, &question)
	read, err := yaml.YAMLToJSONStrict([]byte(question.Text))
	if err != nil {
		return refuse(err)
	}
	return map[string]any{"json": json.RawMessage(read)}
}
