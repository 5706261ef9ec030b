package main

import (
	"context"
	"math"
	"math/rand"
	"time"

	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/promql"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/prometheus/prometheus/util/teststorage"

	"seaworthy/lines"
)

// expression answers whether Prometheus takes an expression, and whether it gives anything on one of the stores.
func expression(line []byte) any {
	var question struct{ Text string }
	lines.Read(line, &question)
	if _, err := language.ParseExpr(question.Text); err != nil {
		return refuse(err)
	}
	for _, store := range stores() {
		for _, at := range []int64{600, 1800, 3600} {
			if gives(store, question.Text, at) {
				return map[string]any{"gives": true}
			}
		}
	}
	return map[string]any{"gives": false}
}

var language = parser.NewParser(parser.Options{EnableExperimentalFunctions: true, EnableBinopFillModifiers: true})

var engine = promql.NewEngine(promql.EngineOpts{
	MaxSamples: 1e6, Timeout: 20 * time.Second, EnableAtModifier: true, EnableNegativeOffset: true, Parser: language,
})

// An error at evaluation gives nothing: the alert does not fire.
func gives(store *teststorage.TestStorage, text string, at int64) bool {
	query, err := engine.NewInstantQuery(context.Background(), store, nil, text, time.Unix(at, 0))
	if err != nil {
		lines.Fail(err)
	}
	defer query.Close()
	result := query.Exec(context.Background())
	if result.Err != nil {
		return false
	}
	vector, isVector := result.Value.(promql.Vector)
	return !isVector || len(vector) > 0
}

var made []*teststorage.TestStorage

// stores hold what the questions select, each with series and values of its own, gaps among them.
func stores() []*teststorage.TestStorage {
	for seed := int64(len(made)); seed < 12; seed++ {
		made = append(made, store(rand.New(rand.NewSource(seed))))
	}
	return made
}

var values = []float64{0, 1, 2, 3, 5, 80, 90, 95, -1, math.NaN(), math.Inf(1)}

func store(random *rand.Rand) *teststorage.TestStorage {
	store, err := teststorage.NewWithError()
	if err != nil {
		lines.Fail(err)
	}
	appender := store.Appender(context.Background())
	for _, metric := range []string{"up", "a", "b", "c:d"} {
		for _, job := range []string{"", "x", "y"} {
			for _, env := range []string{"", "p", "q"} {
				if random.Float64() < 0.4 {
					continue
				}
				// An empty label is none.
				series := labels.NewBuilder(labels.EmptyLabels()).Set("__name__", metric).Set("job", job).Set("env", env).Labels()
				for seconds := int64(0); seconds <= 3600; seconds += 60 {
					value := values[random.Intn(len(values))]
					if metric == "up" {
						value = float64(random.Intn(2))
					}
					if random.Float64() < 0.1 {
						continue
					}
					if _, err := appender.Append(0, series, seconds*1000, value); err != nil {
						lines.Fail(err)
					}
				}
			}
		}
	}
	if err := appender.Commit(); err != nil {
		lines.Fail(err)
	}
	return store
}
