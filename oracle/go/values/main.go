// values answers, one JSON line for one JSON line, what Kubernetes' own library makes of a value.
package main

import "seaworthy/lines"

var askers = map[string]func([]byte) any{
	"quantity": quantity,
	"sum":      sum,
	"selector": selector,
	"name":     name,
	"share":    share,
	"yaml":     document,
	"reader":   stream,
}

// refused keeps the library's own sentence for the reader; only the fact of refusal is compared.
type refused struct {
	Refused bool   `json:"refused"`
	Why     string `json:"why"`
}

func refuse(err error) refused { return refused{true, err.Error()} }

func main() { lines.Answer(lines.Asker(askers)) }
