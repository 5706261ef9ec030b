package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
)

// stream answers what kubectl takes out of a file: the objects up to the first refusal, lists taken apart
// (k8s.io/cli-runtime/pkg/resource/visitor.go, StreamVisitor and FlattenListVisitor).
func stream(line []byte) any {
	var question struct{ Text string }
	read(line, &question)
	decoder := utilyaml.NewYAMLOrJSONDecoder(strings.NewReader(question.Text), 4096)
	objects := []any{}
	for {
		ext := runtime.RawExtension{}
		if err := decoder.Decode(&ext); err != nil {
			if errors.Is(err, io.EOF) {
				return map[string]any{"objects": objects}
			}
			return map[string]any{"objects": objects, "ends": true}
		}
		ext.Raw = bytes.TrimSpace(ext.Raw)
		if len(ext.Raw) == 0 || bytes.Equal(ext.Raw, []byte("null")) {
			continue
		}
		decoded, _, err := unstructured.UnstructuredJSONScheme.Decode(ext.Raw, nil, nil)
		if err == nil {
			err = flatten(decoded, &objects)
		}
		if err != nil {
			return map[string]any{"objects": objects, "ends": true}
		}
	}
}

func flatten(object runtime.Object, into *[]any) error {
	switch held := object.(type) {
	case *unstructured.UnstructuredList:
		for i := range held.Items {
			if err := flatten(&held.Items[i], into); err != nil {
				return err
			}
		}
		return nil
	case *unstructured.Unstructured:
		if held.GetKind() == "" || held.GetAPIVersion() == "" {
			return errors.New("apiVersion or kind not set")
		}
		if held.IsList() {
			return held.EachListItem(func(item runtime.Object) error { return flatten(item, into) })
		}
		if metadata, written := held.Object["metadata"]; written && metadata != nil {
			if _, isMap := metadata.(map[string]any); !isMap {
				return errors.New("metadata is no map")
			}
		} else {
			// Ours fills in what every object has.
			held.Object["metadata"] = map[string]any{}
		}
		printed, err := json.Marshal(held.Object)
		*into = append(*into, json.RawMessage(printed))
		return err
	}
	return errors.New("neither object nor list")
}
