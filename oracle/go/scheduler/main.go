// scheduler answers, one JSON line for one JSON line, what the real kube-scheduler makes of a cluster and its pods.
//
// The scheduler is the one that scheduler.New builds, with its default profile. It is not run: it is fed and asked by
// hand. Its informers are told what changes while the caller waits (informers.go), so nothing is watched, polled or
// waited for; its client takes every write and changes nothing (cluster.go).
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/klog/v2"
)

// question is a cluster, in the order in which the scheduler hears of it, and the pods that it is asked to place.
type question struct {
	Nodes  []json.RawMessage `json:"nodes"`
	Pods   []json.RawMessage `json:"pods"`
	Others []json.RawMessage `json:"others"`
	Ask    []json.RawMessage `json:"ask"`
	// Follow: for each pod the node that it takes if that is one of the best; without it the scheduler's own choice.
	Follow []string `json:"follow"`
}

type answers struct {
	Pods  []*answer `json:"pods,omitempty"`
	Error string    `json:"error,omitempty"`
}

func main() {
	quiet()
	// Preemption is over when the cycle is.
	if err := utilfeature.DefaultMutableFeatureGate.Set("SchedulerAsyncPreemption=false"); err != nil {
		fail(err)
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriterSize(os.Stdout, 1<<16)

	for lines.Scan() {
		if len(lines.Bytes()) == 0 {
			continue
		}
		line, err := json.Marshal(answerTo(lines.Bytes()))
		if err != nil {
			fail(err)
		}
		out.Write(append(line, '\n'))
		out.Flush()
	}
	if err := lines.Err(); err != nil {
		fail(err)
	}
}

func answerTo(line []byte) (all answers) {
	defer func() {
		if problem := recover(); problem != nil {
			all = answers{Error: fmt.Sprint(problem)}
		}
	}()
	var asked question
	if err := json.Unmarshal(line, &asked); err != nil {
		return answers{Error: err.Error()}
	}
	cluster := newCluster(asked)
	defer cluster.stop()
	for at, raw := range asked.Ask {
		cluster.follow = ""
		if at < len(asked.Follow) {
			cluster.follow = asked.Follow[at]
		}
		all.Pods = append(all.Pods, cluster.ask(podOf(raw), at))
	}
	return all
}

// quiet: a pod that is not placed is an answer here, not a line for a log.
func quiet() {
	flags := flag.NewFlagSet("klog", flag.PanicOnError)
	klog.InitFlags(flags)
	must(flags.Set("logtostderr", "false"))
	must(flags.Set("stderrthreshold", "FATAL"))
	klog.SetOutput(io.Discard)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "scheduler:", err)
	os.Exit(1)
}
