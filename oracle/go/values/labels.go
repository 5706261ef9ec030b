package main

import (
	"fmt"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/util/validation"

	"seaworthy/lines"
)

func selector(line []byte) any {
	var question struct {
		Selector *metav1.LabelSelector
		Sets     []labels.Set
	}
	lines.Read(line, &question)
	selects, err := metav1.LabelSelectorAsSelector(question.Selector)
	if err != nil {
		return refuse(err)
	}
	matches := make([]bool, len(question.Sets))
	for i, set := range question.Sets {
		matches[i] = selects.Matches(set)
	}
	return map[string]any{"matches": matches}
}

var rules = map[string]func(string) []string{
	"label":        validation.IsDNS1123Label,
	"subdomain":    validation.IsDNS1123Subdomain,
	"service":      validation.IsDNS1035Label,
	"labelKey":     validation.IsQualifiedName,
	"labelValue":   validation.IsValidLabelValue,
	"portName":     validation.IsValidPortName,
	"configMapKey": validation.IsConfigMapKey,
	"envName":      validation.IsEnvVarName,
	"envNameLoose": validation.IsRelaxedEnvVarName,
	"percent":      validation.IsValidPercent,
}

func name(line []byte) any {
	var question struct{ Rule, Text string }
	lines.Read(line, &question)
	rule, known := rules[question.Rule]
	if !known {
		lines.Fail(fmt.Errorf("no rule %q for names", question.Rule))
	}
	return map[string]any{"valid": len(rule(question.Text)) == 0}
}
