// kustomize answers, one JSON line for one JSON line, what kustomize builds of folders of a tree of files: the library
// that kubectl holds, as `kubectl apply -k` runs it, over files in memory.
package main

import (
	"encoding/json"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"

	"seaworthy/lines"
)

type tree struct {
	Files   map[string]string `json:"files"`
	Folders []string          `json:"folders"`
}

type built struct {
	Objects []any  `json:"objects,omitempty"`
	Failed  string `json:"failed,omitempty"`
}

func main() { lines.Answer(ask) }

func ask(line []byte) any {
	var asked tree
	lines.Read(line, &asked)
	files := filesys.MakeFsInMemory()
	for path, text := range asked.Files {
		if err := files.WriteFile(path, []byte(text)); err != nil {
			lines.Fail(err)
		}
	}
	answers := []built{}
	for _, folder := range asked.Folders {
		answers = append(answers, build(files, folder))
	}
	return answers
}

func build(files filesys.FileSystem, folder string) built {
	objects, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(files, folder)
	if err != nil {
		return built{Failed: err.Error()}
	}
	answer := built{Objects: []any{}}
	for _, one := range objects.Resources() {
		text, err := one.MarshalJSON()
		if err != nil {
			return built{Failed: err.Error()}
		}
		answer.Objects = append(answer.Objects, json.RawMessage(text))
	}
	return answer
}
