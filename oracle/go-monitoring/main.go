// monitoring answers, one JSON line for one JSON line, what Prometheus' and Alertmanager's own code makes of a value.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

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

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	defer out.Flush()

	for lines.Scan() {
		if len(lines.Bytes()) == 0 {
			// An empty line ends a batch: whoever wrote it waits for the answers so far.
			out.Flush()
			continue
		}
		answer, err := json.Marshal(ask(lines.Bytes()))
		if err != nil {
			fail(err)
		}
		out.Write(append(answer, '\n'))
	}
	if err := lines.Err(); err != nil {
		fail(err)
	}
}

func ask(line []byte) any {
	var question struct {
		Asks string `json:"asks"`
	}
	read(line, &question)
	asker, known := askers[question.Asks]
	if !known {
		fail(fmt.Errorf("nobody answers %q", question.Asks))
	}
	return asker(line)
}

func read(line []byte, into any) {
	if err := json.Unmarshal(line, into); err != nil {
		fail(fmt.Errorf("%w in %s", err, line))
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "monitoring:", err)
	os.Exit(1)
}
