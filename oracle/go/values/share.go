package main

import "seaworthy/lines"

import "k8s.io/apimachinery/pkg/util/intstr"

// share resolves a number or a percentage of a total, as budgets and rollouts do.
func share(line []byte) any {
	var question struct {
		Value   intstr.IntOrString
		Total   int
		RoundUp bool
	}
	lines.Read(line, &question)
	value, err := intstr.GetScaledValueFromIntOrPercent(&question.Value, question.Total, question.RoundUp)
	if err != nil {
		return refuse(err)
	}
	return map[string]any{"value": value}
}
