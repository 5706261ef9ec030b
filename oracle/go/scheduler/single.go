package main

import (
	"context"

	v1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	configv1 "k8s.io/kube-scheduler/config/v1"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/apis/config"
	"k8s.io/kubernetes/pkg/scheduler/apis/config/scheme"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/defaultpreemption"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins/feature"
	"k8s.io/kubernetes/pkg/scheduler/framework/preemption"
)

// singlePlugins are a second set of the profile's plugins: the framework stops at the first filter that refuses and
// says nothing of the candidates that preemption has not taken.
type singlePlugins struct {
	filters    []fwk.FilterPlugin
	preemption *preemption.Evaluator
	budgets    func() []*policyv1.PodDisruptionBudget
}

func newSinglePlugins(ctx context.Context, f framework.Framework) *singlePlugins {
	args := defaultArgs()
	registry := plugins.NewInTreeRegistry()
	single := &singlePlugins{}
	for _, enabled := range f.ListPlugins().Filter.Enabled {
		plugin, err := registry[enabled.Name](ctx, args[enabled.Name], f)
		must(err)
		single.filters = append(single.filters, plugin.(fwk.FilterPlugin))
	}
	own, err := defaultpreemption.New(ctx, args[defaultpreemption.Name], f, feature.NewSchedulerFeaturesFromGates(utilfeature.DefaultFeatureGate))
	must(err)
	single.preemption = own.Evaluator
	lister := f.SharedInformerFactory().Policy().V1().PodDisruptionBudgets().Lister()
	single.budgets = func() []*policyv1.PodDisruptionBudget {
		budgets, err := lister.List(labels.Everything())
		must(err)
		return budgets
	}
	return single
}

func defaultArgs() map[string]runtime.Object {
	var versioned configv1.KubeSchedulerConfiguration
	scheme.Scheme.Default(&versioned)
	var internal config.KubeSchedulerConfiguration
	must(scheme.Scheme.Convert(&versioned, &internal, nil))
	args := map[string]runtime.Object{}
	for _, plugin := range internal.Profiles[0].PluginConfig {
		args[plugin.Name] = plugin.Args
	}
	return args
}

// refusals asks every filter alone. Nominated pods are left out: where there are any, nothing is said; nor where one
// cannot tell.
func (s *singlePlugins) refusals(ctx context.Context, f framework.Framework, pod *v1.Pod, nodes []fwk.NodeInfo) map[string][]refusal {
	all := map[string][]refusal{}
	for _, node := range nodes {
		if len(f.NominatedPodsForNode(node.Node().Name)) > 0 {
			return nil
		}
	}
	for _, plugin := range s.filters {
		state := framework.NewCycleState()
		var some *fwk.PreFilterResult
		if first, isFirst := plugin.(fwk.PreFilterPlugin); isFirst {
			result, status := first.PreFilter(ctx, state, pod, nodes)
			if status.IsSkip() {
				continue
			}
			if !status.IsSuccess() {
				return nil
			}
			some = result
		}
		for _, node := range nodes {
			name := node.Node().Name
			if !some.AllNodes() && !some.NodeNames.Has(name) {
				all[name] = append(all[name], leftOut(plugin.Name()))
			} else if status := plugin.Filter(ctx, state, pod, node); status.IsRejected() {
				all[name] = append(all[name], refusal{plugin.Name(), status.Reasons()})
			} else if !status.IsSuccess() {
				return nil
			}
		}
	}
	return all
}

// candidates are all nodes where preemption would help, with what it would cost there.
func (s *singlePlugins) candidates(ctx context.Context, f framework.Framework, state fwk.CycleState, pod *v1.Pod, statuses fwk.NodeToStatusReader) map[string]cost {
	if allowed, _ := s.preemption.PodEligibleToPreemptOthers(ctx, pod, statuses.Get(pod.Status.NominatedNodeName)); !allowed {
		return nil
	}
	nodes, err := statuses.NodesForStatusCode(f.SnapshotSharedLister().NodeInfos(), fwk.Unschedulable)
	must(err)
	if len(nodes) == 0 {
		return nil
	}
	found, _, err := s.preemption.DryRunPreemption(ctx, state, pod, nodes, s.budgets(), 0, int32(len(nodes)))
	if err != nil && len(found) == 0 {
		return nil
	}
	all := map[string]cost{}
	for _, one := range found {
		victims := []string{}
		for _, victim := range one.Victims().Pods {
			victims = append(victims, keyOf(victim))
		}
		all[one.Name()] = cost{sorted(victims), one.Victims().NumPDBViolations}
	}
	return all
}
