package main

import (
	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/relabel"
	"gopkg.in/yaml.v2"

	"seaworthy/lines"
)

// relabeled answers what rules leave of the labels of a target, and whether they keep it.
func relabeled(line []byte) any {
	var question struct {
		Rules  string
		Labels map[string]string
	}
	lines.Read(line, &question)
	var rules []*relabel.Config
	if err := yaml.Unmarshal([]byte(question.Rules), &rules); err != nil {
		return refuse(err)
	}
	for _, rule := range rules {
		if err := rule.Validate(model.UTF8Validation); err != nil {
			return refuse(err)
		}
	}
	builder := labels.NewBuilder(labels.FromMap(question.Labels))
	if !relabel.ProcessBuilder(builder, rules...) {
		return map[string]any{"kept": false}
	}
	return map[string]any{"kept": true, "labels": builder.Labels().Map()}
}
