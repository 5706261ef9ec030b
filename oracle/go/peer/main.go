// peer is the real kube-scheduler, fed in process and timed: it places the pods of a file one after the other.
// There is no API server, no queue and no informer of pods in its way, so that nothing but the scheduler is measured.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/klog/v2"
)

// cluster is what both sides read: nodes in the order of the scheduler's cache, pods in the order of its queue.
type cluster struct {
	Nodes    []*v1.Node        `json:"nodes"`
	Others   []json.RawMessage `json:"others"`
	Standing []*v1.Pod         `json:"standing"`
	Pods     []json.RawMessage `json:"pods"`
}

// measured is one line of output; seconds are of the wall clock unless they say otherwise.
type measured struct {
	Cycles       int      `json:"cycles"`
	Placed       int      `json:"placed"`
	Bound        int64    `json:"bound"`
	CycleSeconds float64  `json:"cycleSeconds"`
	BoundSeconds float64  `json:"boundSeconds"`
	CPUSeconds   float64  `json:"cpuSeconds"`
	FirstSeconds float64  `json:"firstSeconds"`
	LastSeconds  float64  `json:"lastSeconds"`
	Nodes        []string `json:"nodes"`
}

func main() {
	file := flag.String("file", "", "the cluster, as JSON")
	warm := flag.Int("warm", 0, "pods placed before the clock starts")
	count := flag.Int("count", 1000, "pods placed while it runs")
	percent := flag.Int("percent", 100, "percentageOfNodesToScore; 0 is the scheduler's own choice")
	parallelism := flag.Int("parallelism", 16, "goroutines of the scheduler; 16 is its default")
	flag.Parse()
	klog.SetOutput(io.Discard)
	klog.LogToStderr(false)
	// Otherwise victims are deleted behind the cycle's back.
	must(utilfeature.DefaultMutableFeatureGate.Set("SchedulerAsyncPreemption=false"))

	text, err := os.ReadFile(*file)
	must(err)
	var given cluster
	must(json.Unmarshal(text, &given))
	var objects []runtime.Object
	for _, other := range given.Others {
		objects = append(objects, decode(other))
	}
	peer := newPeer(given.Nodes, objects, int32(*percent), int32(*parallelism))
	peer.stand(given.Standing)
	var pods []*v1.Pod
	for _, text := range given.Pods[:min(*warm+*count, len(given.Pods))] {
		pods = append(pods, decode(text).(*v1.Pod))
	}
	answer := peer.measure(pods, *warm)
	must(json.NewEncoder(os.Stdout).Encode(answer))
}

func (p *peer) measure(pods []*v1.Pod, warm int) measured {
	queued, count := p.queued(pods), len(pods)-warm
	for _, one := range queued[:warm] {
		p.place(one)
	}
	p.waitBound(int64(p.placed))
	bound, placed := p.bound.Load(), p.placed

	// The first and the last tenth apart: a cycle costs more the more pods stand.
	tenth := max(count/10, 1)
	var first, last time.Duration
	start, cpu := time.Now(), cpuTime()
	var cycles time.Duration
	for i, one := range queued[warm:] {
		since := time.Now()
		p.place(one)
		took := time.Since(since)
		cycles += took
		if i < tenth {
			first += took
		}
		if i >= count-tenth {
			last += took
		}
	}
	p.waitBound(int64(p.placed))
	answer := measured{
		Cycles: count, Placed: p.placed - placed, Bound: p.bound.Load() - bound,
		CycleSeconds: cycles.Seconds(), BoundSeconds: time.Since(start).Seconds(), CPUSeconds: (cpuTime() - cpu).Seconds(),
		FirstSeconds: first.Seconds() / float64(tenth), LastSeconds: last.Seconds() / float64(tenth),
	}
	for _, one := range queued[warm:] {
		answer.Nodes = append(answer.Nodes, p.nodeOf(one.Pod))
	}
	return answer
}

func cpuTime() time.Duration {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
