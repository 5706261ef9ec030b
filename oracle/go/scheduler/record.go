package main

import (
	"context"
	"fmt"
	"slices"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/sets"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework"
)

// record asks every filter and score on the snapshot that the cycle has just taken, with a state of its own.
func (c *cluster) record(ctx context.Context, pod *v1.Pod) {
	a, f := c.current, c.framework
	state := framework.NewCycleState()
	nodes, err := f.SnapshotSharedLister().NodeInfos().List()
	must(err)
	some, status, by := f.RunPreFilterPlugins(ctx, state, pod)
	if !status.IsSuccess() {
		a.Nowhere = &refusal{status.Plugin(), status.Reasons()}
		return
	}
	a.Refused = map[string]refusal{}
	a.Also = c.single.refusals(ctx, f, pod, nodes)
	var feasible []fwk.NodeInfo
	for _, node := range nodes {
		name := node.Node().Name
		if !some.AllNodes() && !some.NodeNames.Has(name) {
			a.Refused[name] = leftOut(sets.List(by)...)
			continue
		}
		if status := f.RunFilterPluginsWithNominatedPods(ctx, state, pod, node); !status.IsSuccess() {
			a.Refused[name] = refusal{status.Plugin(), status.Reasons()}
			continue
		}
		feasible = append(feasible, node)
		a.Feasible = append(a.Feasible, name)
	}
	sorted(a.Feasible)
	// A pod that was nominated before gets that node if it passes: no other is looked at (schedule_one.go:666).
	if nominated := pod.Status.NominatedNodeName; slices.Contains(a.Feasible, nominated) {
		a.Feasible, a.Best, a.Refused, a.Also = []string{nominated}, []string{nominated}, nil, nil
		return
	}
	a.Best = a.Feasible
	if len(feasible) > 1 {
		c.recordScores(ctx, state, pod, feasible)
	}
}

// leftOut says what the scheduler says of a node that a plugin has left out before filtering (schedule_one.go:687).
func leftOut(by ...string) refusal {
	return refusal{by[0], []string{fmt.Sprintf("node(s) didn't satisfy plugin(s) %v", by)}}
}

func (c *cluster) recordScores(ctx context.Context, state fwk.CycleState, pod *v1.Pod, feasible []fwk.NodeInfo) {
	a, f := c.current, c.framework
	if status := f.RunPreScorePlugins(ctx, state, pod, feasible); !status.IsSuccess() {
		a.Error = status.Message()
		return
	}
	scores, status := f.RunScorePlugins(ctx, state, pod, feasible)
	if !status.IsSuccess() {
		a.Error = status.Message()
		return
	}
	a.Scores = map[string]score{}
	best := int64(-1)
	for _, node := range scores {
		by := map[string]int64{}
		for _, plugin := range node.Scores {
			by[plugin.Name] = plugin.Score
		}
		a.Scores[node.Name] = score{by, node.TotalScore}
		if node.TotalScore > best {
			best, a.Best = node.TotalScore, nil
		}
		if node.TotalScore == best {
			a.Best = append(a.Best, node.Name)
		}
	}
	sorted(a.Best)
}
