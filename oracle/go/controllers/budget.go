package main

import (
	"context"
	"fmt"
	"time"
	_ "unsafe"

	apps "k8s.io/api/apps/v1"
	autoscaling "k8s.io/api/autoscaling/v1"
	core "k8s.io/api/core/v1"
	policy "k8s.io/api/policy/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
	fakediscovery "k8s.io/client-go/discovery/fake"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	fakescale "k8s.io/client-go/scale/fake"
	"k8s.io/client-go/testing"
	"k8s.io/client-go/tools/cache"
	"k8s.io/kubernetes/pkg/controller/disruption"
	clocks "k8s.io/utils/clock/testing"

	"seaworthy/lines"
)

//go:linkname syncBudget k8s.io/kubernetes/pkg/controller/disruption.(*DisruptionController).sync
func syncBudget(controller *disruption.DisruptionController, ctx context.Context, key string) error

const namespace = "shop"

var now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

type owner struct {
	APIVersion string
	Kind       string
	Name       string
	UID        types.UID
}

type budgetQuestion struct {
	Budgets []struct {
		Name           string
		Selector       *metav1.LabelSelector
		MinAvailable   *intstr.IntOrString
		MaxUnavailable *intstr.IntOrString
		// Seconds since the eviction of a pod was granted, by its name.
		Disrupted map[string]int
	}
	Pods []struct {
		Name        string
		Labels      map[string]string
		Ready       bool
		Terminating bool
		Owner       *owner
	}
	Workloads []struct {
		owner
		Replicas int32
		Owner    *owner
	}
}

// Kinds with a scale subresource, and kinds without, as an API server with a custom resource of each would serve them.
var scalable = map[schema.GroupVersionKind]string{
	core.SchemeGroupVersion.WithKind("ReplicationController"): "replicationcontrollers",
	apps.SchemeGroupVersion.WithKind("Deployment"):            "deployments",
	apps.SchemeGroupVersion.WithKind("ReplicaSet"):            "replicasets",
	apps.SchemeGroupVersion.WithKind("StatefulSet"):           "statefulsets",
	{Group: "acme.io", Version: "v1", Kind: "Fleet"}:          "fleets",
}

var scaleless = map[schema.GroupVersionKind]string{
	apps.SchemeGroupVersion.WithKind("DaemonSet"):        "daemonsets",
	core.SchemeGroupVersion.WithKind("Node"):             "nodes",
	{Group: "batch", Version: "v1", Kind: "Job"}:         "jobs",
	{Group: "acme.io", Version: "v1", Kind: "Appliance"}: "appliances",
}

type budgets struct {
	controller *disruption.DisruptionController
	stores     map[string]cache.Store
	scales     map[string]*autoscaling.Scale
	written    *policy.PodDisruptionBudget
}

func newBudgets() *budgets {
	asked := &budgets{scales: map[string]*autoscaling.Scale{}}
	client := &fake.Clientset{}
	client.AddReactor("update", "poddisruptionbudgets", func(action testing.Action) (bool, runtime.Object, error) {
		asked.written = action.(testing.UpdateAction).GetObject().(*policy.PodDisruptionBudget)
		return true, asked.written, nil
	})
	scales := &fakescale.FakeScaleClient{}
	scales.AddReactor("get", "*", func(action testing.Action) (bool, runtime.Object, error) {
		get := action.(testing.GetAction)
		key := get.GetResource().Resource + "/" + get.GetName()
		if scale, found := asked.scales[key]; found {
			return true, scale, nil
		}
		return true, nil, errors.NewNotFound(get.GetResource().GroupResource(), get.GetName())
	})
	factory := informers.NewSharedInformerFactory(client, 0)
	asked.controller = disruption.NewDisruptionControllerInternal(
		context.Background(),
		factory.Core().V1().Pods(),
		factory.Policy().V1().PodDisruptionBudgets(),
		factory.Core().V1().ReplicationControllers(),
		factory.Apps().V1().ReplicaSets(),
		factory.Apps().V1().Deployments(),
		factory.Apps().V1().StatefulSets(),
		client,
		mapper(),
		scales,
		discovery(),
		clocks.NewFakeClock(now),
		time.Hour,
	)
	asked.stores = map[string]cache.Store{
		"Pod":                   factory.Core().V1().Pods().Informer().GetStore(),
		"PodDisruptionBudget":   factory.Policy().V1().PodDisruptionBudgets().Informer().GetStore(),
		"ReplicationController": factory.Core().V1().ReplicationControllers().Informer().GetStore(),
		"ReplicaSet":            factory.Apps().V1().ReplicaSets().Informer().GetStore(),
		"Deployment":            factory.Apps().V1().Deployments().Informer().GetStore(),
		"StatefulSet":           factory.Apps().V1().StatefulSets().Informer().GetStore(),
	}
	return asked
}

func mapper() meta.RESTMapper {
	mapper := meta.NewDefaultRESTMapper(nil)
	for _, kinds := range []map[schema.GroupVersionKind]string{scalable, scaleless} {
		for kind := range kinds {
			mapper.Add(kind, meta.RESTScopeNamespace)
		}
	}
	return mapper
}

func discovery() *fakediscovery.FakeDiscovery {
	lists := map[string]*metav1.APIResourceList{}
	add := func(kind schema.GroupVersionKind, resource metav1.APIResource) {
		version := kind.GroupVersion().String()
		if lists[version] == nil {
			lists[version] = &metav1.APIResourceList{GroupVersion: version}
		}
		lists[version].APIResources = append(lists[version].APIResources, resource)
	}
	for kind, name := range scalable {
		add(kind, metav1.APIResource{Name: name, Kind: kind.Kind})
		add(kind, metav1.APIResource{Name: name + "/scale", Group: "autoscaling", Version: "v1", Kind: "Scale"})
	}
	for kind, name := range scaleless {
		add(kind, metav1.APIResource{Name: name, Kind: kind.Kind})
	}
	fake := &fakediscovery.FakeDiscovery{Fake: &testing.Fake{}}
	for _, list := range lists {
		fake.Resources = append(fake.Resources, list)
	}
	return fake
}

func (asked *budgets) ask(line []byte) any {
	var question budgetQuestion
	lines.Read(line, &question)
	asked.fill(question)
	answers := map[string]any{}
	for _, one := range question.Budgets {
		asked.written = nil
		if err := syncBudget(asked.controller, context.Background(), namespace+"/"+one.Name); err != nil {
			lines.Fail(err)
		}
		answers[one.Name] = statusOf(asked.written)
	}
	return answers
}

func (asked *budgets) fill(question budgetQuestion) {
	objects := map[string][]any{}
	clear(asked.scales)
	for _, one := range question.Workloads {
		info := metav1.ObjectMeta{Namespace: namespace, Name: one.Name, UID: one.UID, OwnerReferences: references(one.Owner)}
		objects[one.Kind] = append(objects[one.Kind], workload(one.Kind, info, one.Replicas))
		kind := schema.FromAPIVersionAndKind(one.APIVersion, one.Kind)
		if resource, has := scalable[kind]; has {
			scale := &autoscaling.Scale{ObjectMeta: info, Spec: autoscaling.ScaleSpec{Replicas: one.Replicas}}
			asked.scales[resource+"/"+one.Name] = scale
		}
	}
	for _, one := range question.Pods {
		info := metav1.ObjectMeta{Namespace: namespace, Name: one.Name, Labels: one.Labels, OwnerReferences: references(one.Owner)}
		if one.Terminating {
			info.DeletionTimestamp = &metav1.Time{Time: now}
		}
		objects["Pod"] = append(objects["Pod"], &core.Pod{ObjectMeta: info, Status: readiness(core.PodRunning, one.Ready)})
	}
	for _, one := range question.Budgets {
		objects["PodDisruptionBudget"] = append(objects["PodDisruptionBudget"], &policy.PodDisruptionBudget{
			ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: one.Name, Generation: 1},
			Spec: policy.PodDisruptionBudgetSpec{
				Selector:       one.Selector,
				MinAvailable:   one.MinAvailable,
				MaxUnavailable: one.MaxUnavailable,
			},
			// An allowance that nothing comes to: it is always written anew.
			Status: policy.PodDisruptionBudgetStatus{DisruptionsAllowed: -1, DisruptedPods: disrupted(one.Disrupted)},
		})
	}
	for kind, store := range asked.stores {
		if err := store.Replace(objects[kind], ""); err != nil {
			lines.Fail(err)
		}
	}
}

func references(one *owner) []metav1.OwnerReference {
	if one == nil {
		return nil
	}
	yes := true
	return []metav1.OwnerReference{{APIVersion: one.APIVersion, Kind: one.Kind, Name: one.Name, UID: one.UID, Controller: &yes}}
}

func workload(kind string, info metav1.ObjectMeta, replicas int32) any {
	switch kind {
	case "ReplicationController":
		return &core.ReplicationController{ObjectMeta: info, Spec: core.ReplicationControllerSpec{Replicas: &replicas}}
	case "ReplicaSet":
		return &apps.ReplicaSet{ObjectMeta: info, Spec: apps.ReplicaSetSpec{Replicas: &replicas}}
	case "Deployment":
		return &apps.Deployment{ObjectMeta: info, Spec: apps.DeploymentSpec{Replicas: &replicas}}
	case "StatefulSet":
		return &apps.StatefulSet{ObjectMeta: info, Spec: apps.StatefulSetSpec{Replicas: &replicas}}
	}
	return nil
}

func readiness(phase core.PodPhase, ready bool) core.PodStatus {
	status := core.ConditionFalse
	if ready {
		status = core.ConditionTrue
	}
	return core.PodStatus{Phase: phase, Conditions: []core.PodCondition{{Type: core.PodReady, Status: status}}}
}

func disrupted(seconds map[string]int) map[string]metav1.Time {
	pods := map[string]metav1.Time{}
	for name, ago := range seconds {
		pods[name] = metav1.Time{Time: now.Add(-time.Duration(ago) * time.Second)}
	}
	return pods
}

func statusOf(budget *policy.PodDisruptionBudget) any {
	if budget == nil {
		lines.Fail(fmt.Errorf("the status was not written"))
	}
	condition := meta.FindStatusCondition(budget.Status.Conditions, policy.DisruptionAllowedCondition)
	if condition.Reason == policy.SyncFailedReason {
		return map[string]any{"failed": condition.Message, "disruptionsAllowed": budget.Status.DisruptionsAllowed}
	}
	pods := []string{}
	for name := range budget.Status.DisruptedPods {
		pods = append(pods, name)
	}
	return map[string]any{
		"expectedPods":       budget.Status.ExpectedPods,
		"currentHealthy":     budget.Status.CurrentHealthy,
		"desiredHealthy":     budget.Status.DesiredHealthy,
		"disruptionsAllowed": budget.Status.DisruptionsAllowed,
		"disruptedPods":      pods,
		"reason":             condition.Reason,
	}
}
