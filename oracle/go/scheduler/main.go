// scheduler answers, one JSON line for one JSON line, what the real kube-scheduler makes of a cluster and its pods.
//
// The scheduler is the one that scheduler.New builds, with its default profile. It is not run: it is fed and asked by
// hand. Its informers are told what changes while the caller waits (informers.go), so nothing is watched, polled or
// waited for; its client takes every write and changes nothing (cluster.go).
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"

	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/klog/v2"

	"seaworthy/lines"
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
		lines.Fail(err)
	}
	lines.Answer(func(line []byte) any { return answerTo(line) })
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
