package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strconv"
	"time"
	_ "unsafe"

	apps "k8s.io/api/apps/v1"
	core "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/testing"
	"k8s.io/client-go/tools/cache"
	"k8s.io/kubernetes/pkg/controller"
	"k8s.io/kubernetes/pkg/controller/deployment"
	util "k8s.io/kubernetes/pkg/controller/deployment/util"

	"seaworthy/lines"
)

//go:linkname syncDeployment k8s.io/kubernetes/pkg/controller/deployment.(*DeploymentController).syncDeployment
func syncDeployment(controller *deployment.DeploymentController, ctx context.Context, key string) error

type replicaSet struct {
	Name string `json:"name"`
	// Its template is the Deployment's.
	IsCurrent bool  `json:"-"`
	Replicas  int32 `json:"replicas"`
	// As its status says.
	Pods      int32 `json:"pods"`
	Ready     int32 `json:"ready"`
	Available int32 `json:"available"`
	// Pods that are on their way out.
	Leaving int32 `json:"-"`
	// Annotations of the Deployment's last scaling.
	Desired *int32 `json:"desired,omitempty"`
	Most    *int32 `json:"most,omitempty"`
	// Whether its pods that are not ready, and those that are still to come, become ready.
	ComesUp bool `json:"-"`
}

type rolloutQuestion struct {
	Replicas       int32
	Strategy       string
	MaxSurge       *intstr.IntOrString
	MaxUnavailable *intstr.IntOrString
	Paused         bool
	// As the Deployment's status says.
	Pods int32
	// From the oldest to the newest, as they say of themselves whether they are current and whether their pods come up.
	Sets []struct {
		replicaSet
		IsCurrent bool
		ComesUp   bool
		Leaving   int32
	}
	// Syncs after which nobody looks any further; with one, pods neither come nor go.
	Syncs int
	// Pods that become ready while nothing else happens.
	Pace int32
	// Whether pods of the current template come up that a ReplicaSet is still to be made for.
	ComesUp bool
}

type rollouts struct {
	controller  *deployment.DeploymentController
	deployments cache.Store
	sets        cache.Store
	pods        cache.Store
	born        int
}

func newRollouts() *rollouts {
	asked := &rollouts{}
	client := &fake.Clientset{}
	client.AddReactor("update", "deployments", func(action testing.Action) (bool, runtime.Object, error) {
		return true, action.(testing.UpdateAction).GetObject(), asked.deployments.Update(action.(testing.UpdateAction).GetObject())
	})
	client.AddReactor("update", "replicasets", func(action testing.Action) (bool, runtime.Object, error) {
		return true, action.(testing.UpdateAction).GetObject(), asked.sets.Update(action.(testing.UpdateAction).GetObject())
	})
	client.AddReactor("create", "replicasets", func(action testing.Action) (bool, runtime.Object, error) {
		set := action.(testing.CreateAction).GetObject().(*apps.ReplicaSet).DeepCopy()
		set.UID = types.UID("new")
		set.CreationTimestamp = metav1.Time{Time: now.Add(time.Duration(asked.born) * time.Second)}
		return true, set, asked.sets.Add(set)
	})
	factory := informers.NewSharedInformerFactory(client, 0)
	made, err := deployment.NewDeploymentController(
		context.Background(),
		factory.Apps().V1().Deployments(),
		factory.Apps().V1().ReplicaSets(),
		factory.Core().V1().Pods(),
		client,
	)
	if err != nil {
		lines.Fail(err)
	}
	asked.controller = made
	asked.deployments = factory.Apps().V1().Deployments().Informer().GetStore()
	asked.sets = factory.Apps().V1().ReplicaSets().Informer().GetStore()
	asked.pods = factory.Core().V1().Pods().Informer().GetStore()
	return asked
}

// The ReplicaSets after each sync that changed something, then how it ended.
type rolloutAnswer struct {
	Steps  [][]replicaSet `json:"steps"`
	Status map[string]any `json:"status"`
	Ended  bool           `json:"ended"`
}

func (asked *rollouts) ask(line []byte) any {
	var question rolloutQuestion
	lines.Read(line, &question)
	asked.fill(question)
	if question.Syncs == 1 {
		asked.sync()
		return rolloutAnswer{Steps: [][]replicaSet{asked.listed()}, Status: asked.status(), Ended: false}
	}
	comesUp := map[string]bool{}
	for _, one := range question.Sets {
		comesUp[one.Name] = one.ComesUp
	}
	answer := rolloutAnswer{Steps: [][]replicaSet{}}
	last := texted(asked.listed())
	for range question.Syncs {
		asked.sync()
		asked.follow()
		if found := asked.listed(); texted(found) != last {
			last = texted(found)
			answer.Steps = append(answer.Steps, found)
			continue
		}
		if !asked.comeUp(question, comesUp) {
			answer.Ended = true
			break
		}
		last = texted(asked.listed())
	}
	answer.Status = asked.status()
	return answer
}

func texted(sets []replicaSet) string {
	text, err := json.Marshal(sets)
	if err != nil {
		lines.Fail(err)
	}
	return string(text)
}

func (asked *rollouts) sync() {
	if err := syncDeployment(asked.controller, context.Background(), namespace+"/web"); err != nil {
		lines.Fail(err)
	}
}

func template(image string) core.PodTemplateSpec {
	return core.PodTemplateSpec{
		ObjectMeta: metav1.ObjectMeta{Labels: map[string]string{"app": "web"}},
		Spec:       core.PodSpec{Containers: []core.Container{{Name: "web", Image: image}}},
	}
}

func (asked *rollouts) fill(question rolloutQuestion) {
	limit := int32(math.MaxInt32)
	asked.born = len(question.Sets)
	made := &apps.Deployment{
		ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: "web", UID: "web", Generation: 1},
		Spec: apps.DeploymentSpec{
			Replicas:             &question.Replicas,
			Selector:             &metav1.LabelSelector{MatchLabels: map[string]string{"app": "web"}},
			Template:             template("current"),
			Paused:               question.Paused,
			RevisionHistoryLimit: &limit,
			Strategy:             apps.DeploymentStrategy{Type: apps.DeploymentStrategyType(question.Strategy)},
		},
		Status: apps.DeploymentStatus{Replicas: question.Pods},
	}
	if question.Strategy == string(apps.RollingUpdateDeploymentStrategyType) {
		made.Spec.Strategy.RollingUpdate = &apps.RollingUpdateDeployment{
			MaxSurge:       question.MaxSurge,
			MaxUnavailable: question.MaxUnavailable,
		}
	}
	sets, pods := []any{}, []any{}
	for at, one := range question.Sets {
		set := asked.set(made, at, one.replicaSet, one.IsCurrent)
		sets = append(sets, set)
		for number := range one.Leaving {
			pod := podOf(set, fmt.Sprintf("%s-leaving-%d", one.Name, number), false)
			pod.DeletionTimestamp = &metav1.Time{Time: now}
			pods = append(pods, pod)
		}
		for number := range one.Pods {
			pods = append(pods, podOf(set, fmt.Sprintf("%s-%d", one.Name, number), number < one.Ready))
		}
	}
	replace(asked.deployments, []any{made})
	replace(asked.sets, sets)
	replace(asked.pods, pods)
}

func replace(store cache.Store, with []any) {
	if err := store.Replace(with, ""); err != nil {
		lines.Fail(err)
	}
}

func (asked *rollouts) set(of *apps.Deployment, at int, one replicaSet, isCurrent bool) *apps.ReplicaSet {
	image := one.Name
	if isCurrent {
		image = "current"
	}
	annotations := map[string]string{util.RevisionAnnotation: strconv.Itoa(at + 1)}
	if one.Desired != nil {
		annotations[util.DesiredReplicasAnnotation] = strconv.Itoa(int(*one.Desired))
	}
	if one.Most != nil {
		annotations[util.MaxReplicasAnnotation] = strconv.Itoa(int(*one.Most))
	}
	replicas := one.Replicas
	return &apps.ReplicaSet{
		ObjectMeta: metav1.ObjectMeta{
			Namespace:         namespace,
			Name:              one.Name,
			UID:               types.UID(one.Name),
			Labels:            map[string]string{"app": "web"},
			Annotations:       annotations,
			CreationTimestamp: metav1.Time{Time: now.Add(time.Duration(at) * time.Second)},
			OwnerReferences:   []metav1.OwnerReference{*metav1.NewControllerRef(of, apps.SchemeGroupVersion.WithKind("Deployment"))},
		},
		Spec: apps.ReplicaSetSpec{
			Replicas: &replicas,
			Selector: &metav1.LabelSelector{MatchLabels: map[string]string{"app": "web"}},
			Template: template(image),
		},
		Status: apps.ReplicaSetStatus{Replicas: one.Pods, ReadyReplicas: one.Ready, AvailableReplicas: one.Available},
	}
}

func podOf(set *apps.ReplicaSet, name string, ready bool) *core.Pod {
	kind := apps.SchemeGroupVersion.WithKind("ReplicaSet")
	return &core.Pod{
		ObjectMeta: metav1.ObjectMeta{
			Namespace:       namespace,
			Name:            name,
			UID:             types.UID(name),
			OwnerReferences: []metav1.OwnerReference{*metav1.NewControllerRef(set, kind)},
		},
		Spec:   core.PodSpec{NodeName: "n1"},
		Status: readiness(core.PodRunning, ready),
	}
}

// From the oldest to the newest.
func (asked *rollouts) ordered() []*apps.ReplicaSet {
	sets := []*apps.ReplicaSet{}
	for _, one := range asked.sets.List() {
		sets = append(sets, one.(*apps.ReplicaSet))
	}
	sort.Sort(controller.ReplicaSetsByCreationTimestamp(sets))
	return sets
}

func (asked *rollouts) listed() []replicaSet {
	found := []replicaSet{}
	for _, set := range asked.ordered() {
		name := set.Name
		if set.UID == "new" {
			name = "new"
		}
		found = append(found, replicaSet{
			Name:      name,
			Replicas:  *set.Spec.Replicas,
			Pods:      set.Status.Replicas,
			Ready:     set.Status.ReadyReplicas,
			Available: set.Status.AvailableReplicas,
			Desired:   annotation(set, util.DesiredReplicasAnnotation),
			Most:      annotation(set, util.MaxReplicasAnnotation),
		})
	}
	return found
}

func annotation(set *apps.ReplicaSet, name string) *int32 {
	value, err := strconv.ParseInt(set.Annotations[name], 10, 32)
	if err != nil {
		return nil
	}
	number := int32(value)
	return &number
}

func (asked *rollouts) status() map[string]any {
	item, _, err := asked.deployments.GetByKey(namespace + "/web")
	if err != nil {
		lines.Fail(err)
	}
	status := item.(*apps.Deployment).Status
	available := util.GetDeploymentCondition(status, apps.DeploymentAvailable)
	return map[string]any{
		"pods":        status.Replicas,
		"updated":     status.UpdatedReplicas,
		"ready":       status.ReadyReplicas,
		"available":   status.AvailableReplicas,
		"isAvailable": available != nil && available.Status == core.ConditionTrue,
	}
}

// What the ReplicaSet controller does: pods that are too many go, in its own order; those that lack are made.
func (asked *rollouts) follow() {
	for _, set := range asked.ordered() {
		pods := asked.podsOf(set)
		if more := len(pods) - int(*set.Spec.Replicas); more > 0 {
			sort.Sort(controller.ActivePodsWithRanks{Pods: pods, Rank: make([]int, len(pods)), Now: metav1.Time{Time: now}})
			for _, pod := range pods[:more] {
				if err := asked.pods.Delete(pod); err != nil {
					lines.Fail(err)
				}
			}
		}
		for number := len(pods); number < int(*set.Spec.Replicas); number++ {
			asked.born++
			if err := asked.pods.Add(podOf(set, fmt.Sprintf("%s-born-%d", set.Name, asked.born), false)); err != nil {
				lines.Fail(err)
			}
		}
		asked.count(set)
	}
}

func (asked *rollouts) podsOf(set *apps.ReplicaSet) []*core.Pod {
	pods := []*core.Pod{}
	for _, one := range asked.pods.List() {
		if pod := one.(*core.Pod); metav1.IsControlledBy(pod, set) && controller.IsPodActive(pod) {
			pods = append(pods, pod)
		}
	}
	sort.Slice(pods, func(a, b int) bool { return pods[a].Name < pods[b].Name })
	return pods
}

func (asked *rollouts) count(set *apps.ReplicaSet) {
	updated := set.DeepCopy()
	updated.Status.Replicas = 0
	updated.Status.ReadyReplicas = 0
	for _, pod := range asked.podsOf(set) {
		updated.Status.Replicas++
		if pod.Status.Conditions[0].Status == core.ConditionTrue {
			updated.Status.ReadyReplicas++
		}
	}
	updated.Status.AvailableReplicas = updated.Status.ReadyReplicas
	if err := asked.sets.Update(updated); err != nil {
		lines.Fail(err)
	}
}

// So many pods become ready, those of the oldest ReplicaSet first; whether any did.
func (asked *rollouts) comeUp(question rolloutQuestion, comesUp map[string]bool) bool {
	left := question.Pace
	for _, set := range asked.ordered() {
		comes, known := comesUp[set.Name]
		if known && !comes || !known && !question.ComesUp {
			continue
		}
		for _, pod := range asked.podsOf(set) {
			if left > 0 && pod.Status.Conditions[0].Status != core.ConditionTrue {
				ready := pod.DeepCopy()
				ready.Status = readiness(core.PodRunning, true)
				if err := asked.pods.Update(ready); err != nil {
					lines.Fail(err)
				}
				left--
			}
		}
		asked.count(set)
	}
	return left < question.Pace
}
