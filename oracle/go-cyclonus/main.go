// cyclonus answers, one JSON line for one JSON line, which connections a set of NetworkPolicies lets through.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// refused keeps the library's own sentence for the reader; only the fact of refusal is compared.
type refused struct {
	Refused bool   `json:"refused"`
	Why     string `json:"why"`
}

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

func fail(err error) {
	fmt.Fprintln(os.Stderr, "cyclonus:", err)
	os.Exit(1)
}
