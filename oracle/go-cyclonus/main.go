// cyclonus answers, one JSON line for one JSON line, which connections a set of NetworkPolicies lets through.
package main

import (
	"encoding/json"
	"fmt"

	"seaworthy/lines"
)

// refused keeps the library's own sentence for the reader; only the fact of refusal is compared.
type refused struct {
	Refused bool   `json:"refused"`
	Why     string `json:"why"`
}

func main() { lines.Answer(ask) }

// The matcher panics where a policy is not one that an API server would take.
func ask(line []byte) (answer any) {
	defer func() {
		if why := recover(); why != nil {
			answer = refused{true, fmt.Sprint(why)}
		}
	}()
	var asked question
	if err := json.Unmarshal(line, &asked); err != nil {
		return refused{true, err.Error()}
	}
	return asked.answer()
}
