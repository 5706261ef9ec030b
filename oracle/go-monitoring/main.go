// monitoring answers, one JSON line for one JSON line, what Prometheus' and Alertmanager's own code makes of a value.
package main

import "seaworthy/lines"

var askers = map[string]func([]byte) any{
	"promql":  expression,
	"relabel": relabeled,
	"route":   routed,
}

// refused keeps the library's own sentence for the reader; only the fact of refusal is compared.
type refused struct {
	Refused bool   `json:"refused"`
	Why     string `json:"why"`
}

func refuse(err error) refused { return refused{true, err.Error()} }

func main() { lines.Answer(lines.Asker(askers)) }
