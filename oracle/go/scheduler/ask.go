package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"time"

	v1 "k8s.io/api/core/v1"
	apiruntime "k8s.io/apimachinery/pkg/runtime"
	"k8s.io/klog/v2"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler"
	"k8s.io/kubernetes/pkg/scheduler/framework"
)

// answer is what one cycle of the scheduler came to.
type answer struct {
	Pod string `json:"pod"`
	// Feasible: the nodes that pass every filter, sorted.
	Feasible []string `json:"feasible"`
	// Refused: by node, the plugin that stops the scheduler there.
	Refused map[string]refusal `json:"refused,omitempty"`
	// Also: by node, every plugin that refuses when it is asked alone; absent where pods are nominated.
	Also map[string][]refusal `json:"also,omitempty"`
	// Nowhere: a refusal of the pod before any node is looked at.
	Nowhere *refusal `json:"nowhere,omitempty"`
	// Scores: by node, where two or more are feasible, weighted.
	Scores map[string]score `json:"scores,omitempty"`
	Best   []string         `json:"best,omitempty"`
	Chosen string           `json:"chosen,omitempty"`
	// Candidates: by node, what preemption there would cost.
	Candidates map[string]cost `json:"candidates,omitempty"`
	Nominated  string          `json:"nominated,omitempty"`
	// Bound: volumes and claims as they stand when the pod is bound.
	Bound []apiruntime.Object `json:"bound,omitempty"`
	// Error: the scheduler gave up, and would try again.
	Error string `json:"error,omitempty"`
}

type refusal struct {
	Plugin  string   `json:"plugin"`
	Reasons []string `json:"reasons"`
}

type score struct {
	By    map[string]int64 `json:"by"`
	Total int64            `json:"total"`
}

type cost struct {
	Victims   []string `json:"victims"`
	Violating int64    `json:"violating"`
}

// listen puts our ears into the scheduler's three exported fields.
func (c *cluster) listen() {
	c.scheduler.NextPod = func(klog.Logger) (*framework.QueuedPodInfo, error) { return c.next, nil }
	own := c.scheduler.SchedulePod
	c.scheduler.SchedulePod = func(ctx context.Context, f framework.Framework, state fwk.CycleState, info *framework.QueuedPodInfo) (scheduler.ScheduleResult, error) {
		c.record(ctx, info.Pod)
		result, err := own(ctx, f, state, info)
		// Of several that are equally good the scheduler takes one, and might as well take another.
		if slices.Contains(c.current.Best, c.follow) {
			result.SuggestedHost = c.follow
		}
		c.current.Chosen = result.SuggestedHost
		var unfit *framework.FitError
		if errors.As(err, &unfit) {
			c.current.Candidates = c.single.candidates(ctx, f, state, info.Pod, unfit.Diagnosis.NodeToStatus)
		} else if err != nil {
			c.current.Error = err.Error()
		}
		return result, err
	}
	c.scheduler.FailureHandler = func(_ context.Context, _ framework.Framework, info *framework.QueuedPodInfo, status *fwk.Status, nominating *fwk.NominatingInfo, _ time.Time) {
		c.mutex.Lock()
		defer c.mutex.Unlock()
		// The binding of an earlier pod that is broken off fails while another is asked for: no part of the answer.
		if !c.asking || info.Pod.UID != c.next.Pod.UID {
			return
		}
		c.current.Chosen = ""
		if nominating != nil && nominating.NominatingMode == fwk.ModeOverride {
			c.current.Nominated = nominating.NominatedNodeName
		}
		if !status.IsRejected() && c.current.Error == "" {
			c.current.Error = status.Message()
		}
	}
}

// ask runs one scheduling cycle, then tells the scheduler what the cluster makes of it: the pod stands on its node and
// its claims are bound, or the pods that had to go are gone.
func (c *cluster) ask(pod *v1.Pod, at int) *answer {
	c.mutex.Lock()
	c.current = &answer{Pod: keyOf(pod), Feasible: []string{}}
	c.written = nil
	c.mutex.Unlock()
	if c.framework == nil || pod.Spec.SchedulerName != v1.DefaultSchedulerName {
		c.current.Error = fmt.Sprintf("no profile for scheduler %q", pod.Spec.SchedulerName)
		return c.current
	}
	for _, plugin := range c.framework.PreEnqueuePlugins() {
		if status := plugin.PreEnqueue(c.ctx, pod); !status.IsSuccess() {
			c.current.Nowhere = &refusal{plugin.Name(), status.Reasons()}
			return c.current
		}
	}

	// Preemption looks the pod up.
	c.newVersion(pod)
	c.informers["Pod"].list(pod)
	info, err := framework.NewPodInfo(pod.DeepCopy())
	must(err)
	c.next = &framework.QueuedPodInfo{PodInfo: info, Timestamp: time.Now()}
	unbound := c.unboundClaims(pod)
	c.setAsking(true)
	c.scheduler.ScheduleOne(c.ctx)
	c.setAsking(false)

	if c.current.Chosen != "" {
		c.bind(pod, at, unbound)
	} else if c.current.Nominated != "" {
		for _, victim := range c.current.Candidates[c.current.Nominated].Victims {
			obj, exists, err := c.informers["Pod"].GetIndexer().GetByKey(victim)
			must(err)
			if exists {
				c.informers["Pod"].remove(obj.(apiruntime.Object))
			}
		}
	}
	return c.current
}

func (c *cluster) setAsking(asking bool) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.asking = asking
}

func keyOf(pod *v1.Pod) string { return pod.Namespace + "/" + pod.Name }

func sorted(names []string) []string {
	sort.Strings(names)
	return names
}
