package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"

	"seaworthy/lines"
)

// stream answers what kubectl takes out of a file: the objects up to the first refusal, lists taken apart
// (k8s.io/cli-runtime/pkg/resource/visitor.go, StreamVisitor and FlattenListVisitor).
func stream(line []byte) any {
	var question struct{ Text string }
	lines.Read(line, &question)
	objects, why := objectsOf(question.Text)
	answer := map[string]any{"objects": objects}
	if why != nil {
		answer["ends"] = true
		answer["why"] = why.Error()
	}
	if hasKeyTwice(question.Text) {
		answer["twice"] = true
	}
	return answer
}

func objectsOf(text string) (objects []any, why error) {
	// A stream on which kubectl would crash is one that it does not take.
	defer func() {
		if crash := recover(); crash != nil {
			why = errors.New("kubectl crashes")
		}
	}()
	decoder := utilyaml.NewYAMLOrJSONDecoder(strings.NewReader(text), 4096)
	objects = []any{}
	for {
		ext := runtime.RawExtension{}
		if err := decoder.Decode(&ext); err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return objects, err
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
			return objects, err
		}
	}
}

// Ours refuses a key that is written twice before it looks at what stands under it.
func hasKeyTwice(text string) (twice bool) {
	defer func() { _ = recover() }()
	reader := utilyaml.NewYAMLReader(bufio.NewReader(strings.NewReader(text)))
	for {
		document, err := reader.Read()
		if err != nil {
			return false
		}
		if _, err := yaml.YAMLToJSONStrict(document); err != nil && strings.Contains(err.Error(), "already set in map") {
			return true
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
		if _, err := schema.ParseGroupVersion(held.GetAPIVersion()); err != nil {
			return err
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
		if isDeeper(held.Object, 1000) {
			*into = append(*into, "nested too deep for whoever reads this")
			return nil
		}
		printed, err := json.Marshal(held.Object)
		*into = append(*into, json.RawMessage(printed))
		return err
	}
	return errors.New("neither object nor list")
}

func isDeeper(value any, than int) bool {
	if than == 0 {
		return true
	}
	switch held := value.(type) {
	case map[string]any:
		for _, inner := range held {
			if isDeeper(inner, than-1) {
				return true
			}
		}
	case []any:
		for _, inner := range held {
			if isDeeper(inner, than-1) {
				return true
			}
		}
	}
	return false
}
