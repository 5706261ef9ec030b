package main

import (
	"github.com/prometheus/alertmanager/config"
	"github.com/prometheus/alertmanager/dispatch"
	"github.com/prometheus/common/model"

	"seaworthy/lines"
)

// routed answers at which receivers an alert ends.
func routed(line []byte) any {
	var question struct {
		File   string
		Labels map[string]string
	}
	lines.Read(line, &question)
	loaded, err := config.Load(question.File)
	if err != nil {
		return refuse(err)
	}
	alert := model.LabelSet{}
	for name, value := range question.Labels {
		alert[model.LabelName(name)] = model.LabelValue(value)
	}
	receivers := []string{}
	for _, route := range dispatch.NewRoute(loaded.Route, nil).Match(alert) {
		receivers = append(receivers, route.RouteOpts.Receiver)
	}
	return map[string]any{"receivers": receivers}
}
