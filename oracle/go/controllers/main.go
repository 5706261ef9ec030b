// controllers answers, one JSON line for one JSON line, what Kubernetes' own controllers make of a state of a cluster:
// they are the real ones, and their caches hold what the question says.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"k8s.io/klog/v2"
)

var askers map[string]func([]byte) any

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	askers = map[string]func([]byte) any{
		"budget":      newBudgets().ask,
		"rollout":     newRollouts().ask,
		"statefulset": newStatefulSets().ask,
	}

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
	fmt.Fprintln(os.Stderr, "controllers:", err)
	os.Exit(1)
}
