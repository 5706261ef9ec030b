// Package lines answers one JSON line for one JSON line, as all programs of the oracles do.
package lines

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

const (
	longestLine = 1 << 28
	// Whoever waits sees which of the long ones takes its time.
	longLine = 10_000
)

// Answer reads the standard input to its end. An empty line ends a batch: whoever wrote it waits for the answers so far.
func Answer(ask func(line []byte) any) {
	questions := bufio.NewScanner(os.Stdin)
	questions.Buffer(make([]byte, 1<<20), longestLine)
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	defer out.Flush()

	for questions.Scan() {
		line := questions.Bytes()
		if len(line) == 0 {
			out.Flush()
			continue
		}
		answer, err := json.Marshal(ask(line))
		if err != nil {
			Fail(err)
		}
		out.Write(append(answer, '\n'))
		if len(line) > longLine {
			out.Flush()
		}
	}
	if err := questions.Err(); err != nil {
		Fail(err)
	}
}

// Asker answers by what a question asks for.
func Asker(askers map[string]func([]byte) any) func(line []byte) any {
	return func(line []byte) any {
		var question struct {
			Asks string `json:"asks"`
		}
		Read(line, &question)
		asker, known := askers[question.Asks]
		if !known {
			Fail(fmt.Errorf("nobody answers %q", question.Asks))
		}
		return asker(line)
	}
}

// Read takes a question apart; what cannot be read ends the program.
func Read(line []byte, into any) {
	if err := json.Unmarshal(line, into); err != nil {
		Fail(fmt.Errorf("%w in %s", err, line))
	}
}

// Fail ends the program with its name and the reason.
func Fail(err error) {
	fmt.Fprintf(os.Stderr, "%s: %v\n", filepath.Base(os.Args[0]), err)
	os.Exit(1)
}
