package main

import (
	"encoding/json"
	"math/big"

	"gopkg.in/inf.v0"
	"k8s.io/apimachinery/pkg/api/resource"

	"seaworthy/lines"
)

type amount struct {
	Nano   string `json:"nano"`
	Prints string `json:"prints"`
	Format string `json:"format"`
}

func quantity(line []byte) any {
	var question struct{ Text json.RawMessage }
	lines.Read(line, &question)
	parsed, err := parse(question.Text)
	if err != nil {
		return refuse(err)
	}
	return amountOf(parsed)
}

// sum compares two quantities and adds the second to the first.
func sum(line []byte) any {
	var question struct{ First, Second json.RawMessage }
	lines.Read(line, &question)
	first, err := parse(question.First)
	if err != nil {
		return refuse(err)
	}
	second, err := parse(question.Second)
	if err != nil {
		return refuse(err)
	}
	order := first.Cmp(second)
	first.Add(second)
	return struct {
		Order int    `json:"order"`
		Sum   amount `json:"sum"`
	}{order, amountOf(first)}
}

// parse takes the text as it stands in a JSON document, as the API server does.
func parse(raw json.RawMessage) (parsed resource.Quantity, err error) {
	err = parsed.UnmarshalJSON(raw)
	return parsed, err
}

func amountOf(q resource.Quantity) amount {
	// String repeats some texts as they were written ("+1", "01"); the canonical form is what the API stores.
	number, suffix := q.CanonicalizeBytes(make([]byte, 0, 64))
	return amount{nano(q), string(number) + string(suffix), string(q.Format)}
}

func nano(q resource.Quantity) string {
	exact := new(inf.Dec).Mul(q.AsDec(), inf.NewDec(1_000_000_000, 0))
	whole := new(inf.Dec).Round(exact, 0, inf.RoundExact)
	if whole == nil {
		return exact.String()
	}
	return new(big.Int).Set(whole.UnscaledBig()).String()
}
