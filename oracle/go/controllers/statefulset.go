package main

import (
	"context"
	"fmt"
	"sort"
	"sync"
	"time"

	apps "k8s.io/api/apps/v1"
	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/intstr"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/record"
	"k8s.io/kubernetes/pkg/controller/history"
	"k8s.io/kubernetes/pkg/controller/statefulset"
	"k8s.io/kubernetes/pkg/features"

	"seaworthy/lines"
)

type memberPod struct {
	Ordinal int `json:"ordinal"`
	// `current` or `update`, or the name of neither.
	Revision string `json:"revision"`
	Phase    string `json:"phase"`
	Ready    bool   `json:"ready"`
	// Since when, in seconds.
	ReadySeconds int  `json:"-"`
	Terminating  bool `json:"terminating"`
}

type statefulSetQuestion struct {
	Replicas        int32
	Start           int32
	Policy          string
	Strategy        string
	Partition       int32
	MaxUnavailable  *intstr.IntOrString
	HonoursMost     bool
	MinReadySeconds int32
	// Nothing is being replaced: the revision of the status is that of the template.
	IsSettled bool
	Pods      []struct {
		memberPod
		ReadySeconds int
	}
	Syncs int
	// Revisions of which pods never become ready.
	Broken []string
}

type statefulSets struct {
	control   statefulset.StatefulSetControlInterface
	revisions cache.Store
	lock      sync.Mutex
	set       *apps.StatefulSet
	pods      map[string]*core.Pod
	did       []string
}

func newStatefulSets() *statefulSets {
	asked := &statefulSets{}
	factory := informers.NewSharedInformerFactory(&fake.Clientset{}, 0)
	informer := factory.Apps().V1().ControllerRevisions()
	if err := history.AddControllerRevisionControllerIndexer(informer.Informer()); err != nil {
		lines.Fail(err)
	}
	asked.revisions = informer.Informer().GetStore()
	pods := statefulset.NewStatefulPodControlFromManager(asked, &record.FakeRecorder{})
	asked.control = statefulset.NewDefaultStatefulSetControl(pods, asked, history.NewFakeHistory(informer))
	return asked
}

type statefulSetAnswer struct {
	// What was made and what was taken away in each sync that did anything.
	Steps  [][]string     `json:"steps"`
	Status map[string]any `json:"status"`
	Ended  bool           `json:"ended"`
}

func (asked *statefulSets) ask(line []byte) any {
	var question statefulSetQuestion
	lines.Read(line, &question)
	gate := fmt.Sprintf("%s=%v", features.MaxUnavailableStatefulSet, question.HonoursMost)
	if err := utilfeature.DefaultMutableFeatureGate.Set(gate); err != nil {
		lines.Fail(err)
	}
	asked.fill(question)
	answer := statefulSetAnswer{Steps: [][]string{}}
	for range question.Syncs {
		did := asked.sync()
		if question.Syncs == 1 {
			answer.Steps = append(answer.Steps, did)
			break
		}
		if len(did) > 0 {
			answer.Steps = append(answer.Steps, did)
		}
		if !asked.follow(question.Broken) && len(did) == 0 {
			answer.Ended = true
			break
		}
	}
	answer.Status = asked.status()
	return answer
}

func stateful(question statefulSetQuestion, image string) *apps.StatefulSet {
	limit := int32(10)
	set := &apps.StatefulSet{
		ObjectMeta: metav1.ObjectMeta{Namespace: namespace, Name: "db", UID: "db", Generation: 1},
		Spec: apps.StatefulSetSpec{
			Replicas:             &question.Replicas,
			Selector:             &metav1.LabelSelector{MatchLabels: map[string]string{"app": "db"}},
			PodManagementPolicy:  apps.PodManagementPolicyType(question.Policy),
			MinReadySeconds:      question.MinReadySeconds,
			RevisionHistoryLimit: &limit,
			UpdateStrategy:       apps.StatefulSetUpdateStrategy{Type: apps.StatefulSetUpdateStrategyType(question.Strategy)},
			Template: core.PodTemplateSpec{
				ObjectMeta: metav1.ObjectMeta{Labels: map[string]string{"app": "db"}},
				Spec:       core.PodSpec{Containers: []core.Container{{Name: "db", Image: image}}},
			},
		},
	}
	if question.Start > 0 {
		set.Spec.Ordinals = &apps.StatefulSetOrdinals{Start: question.Start}
	}
	if question.Strategy == string(apps.RollingUpdateStatefulSetStrategyType) {
		set.Spec.UpdateStrategy.RollingUpdate = &apps.RollingUpdateStatefulSetStrategy{
			Partition:      &question.Partition,
			MaxUnavailable: question.MaxUnavailable,
		}
	}
	return set
}

// The controller itself writes the revisions, of the old template and of the new one.
func (asked *statefulSets) fill(question statefulSetQuestion) {
	replace(asked.revisions, nil)
	asked.pods = map[string]*core.Pod{}
	images := []string{"current", "update"}
	if question.IsSettled {
		images = images[:1]
	}
	for _, image := range images {
		asked.set = stateful(question, image)
		none := int32(0)
		asked.set.Spec.Replicas = &none
		if _, err := asked.control.UpdateStatefulSet(context.Background(), asked.set, nil, now); err != nil {
			lines.Fail(err)
		}
	}
	asked.set = stateful(question, images[len(images)-1])
	asked.set.Status.CurrentRevision = asked.revision("current")
	for _, one := range question.Pods {
		name := fmt.Sprintf("db-%d", one.Ordinal)
		pod := &core.Pod{
			ObjectMeta: metav1.ObjectMeta{
				Namespace: namespace,
				Name:      name,
				Labels: map[string]string{
					"app":                         "db",
					apps.StatefulSetPodNameLabel:  name,
					apps.PodIndexLabel:            fmt.Sprint(one.Ordinal),
					apps.StatefulSetRevisionLabel: asked.revision(one.Revision),
				},
			},
			Status: readiness(core.PodPhase(one.Phase), one.Ready),
		}
		pod.Status.Conditions[0].LastTransitionTime = metav1.Time{Time: now.Add(-time.Duration(one.ReadySeconds) * time.Second)}
		if one.Terminating {
			pod.DeletionTimestamp = &metav1.Time{Time: now}
		}
		asked.pods[name] = pod
	}
}

// The name of a revision by the image in it.
func (asked *statefulSets) revision(of string) string {
	for _, one := range asked.revisions.List() {
		revision := one.(*apps.ControllerRevision)
		if restored, err := statefulset.ApplyRevision(asked.set, revision); err != nil {
			lines.Fail(err)
		} else if restored.Spec.Template.Spec.Containers[0].Image == of {
			return revision.Name
		}
	}
	return of
}

func (asked *statefulSets) said(revision string) string {
	for _, of := range []string{"current", "update"} {
		if asked.revision(of) == revision {
			return of
		}
	}
	return revision
}

func (asked *statefulSets) sync() []string {
	asked.did = nil
	pods := []*core.Pod{}
	for _, pod := range asked.pods {
		pods = append(pods, pod.DeepCopy())
	}
	if _, err := asked.control.UpdateStatefulSet(context.Background(), asked.set, pods, now); err != nil {
		lines.Fail(err)
	}
	did := map[string]bool{}
	for _, one := range asked.did {
		did[one] = true
	}
	found := []string{}
	for one := range did {
		found = append(found, one)
	}
	sort.Strings(found)
	return found
}

// Pods that are on their way out are gone, the others run, and become ready where they can; whether anything changed.
func (asked *statefulSets) follow(broken []string) bool {
	before := fmt.Sprint(asked.listed())
	for name, pod := range asked.pods {
		if pod.DeletionTimestamp != nil {
			delete(asked.pods, name)
			continue
		}
		isBroken := false
		for _, of := range broken {
			isBroken = isBroken || asked.revision(of) == pod.Labels[apps.StatefulSetRevisionLabel]
		}
		if pod.Status.Phase == core.PodFailed || pod.Status.Phase == core.PodSucceeded {
			continue
		}
		updated := pod.DeepCopy()
		updated.Status = readiness(core.PodRunning, !isBroken || podReady(pod))
		asked.pods[name] = updated
	}
	return before != fmt.Sprint(asked.listed())
}

func podReady(pod *core.Pod) bool {
	return len(pod.Status.Conditions) > 0 && pod.Status.Conditions[0].Status == core.ConditionTrue
}

func (asked *statefulSets) listed() []string {
	found := []string{}
	for name, pod := range asked.pods {
		found = append(found, fmt.Sprint(name, pod.Status.Phase, podReady(pod), pod.DeletionTimestamp != nil))
	}
	sort.Strings(found)
	return found
}

func (asked *statefulSets) status() map[string]any {
	status := asked.set.Status
	return map[string]any{
		"replicas":  status.Replicas,
		"ready":     status.ReadyReplicas,
		"available": status.AvailableReplicas,
		"current":   status.CurrentReplicas,
		"updated":   status.UpdatedReplicas,
		"revision":  asked.said(status.CurrentRevision),
	}
}

func (asked *statefulSets) UpdateStatefulSetStatus(_ context.Context, _ *apps.StatefulSet, status *apps.StatefulSetStatus) error {
	asked.set = asked.set.DeepCopy()
	asked.set.Status = *status
	return nil
}

func (asked *statefulSets) CreatePod(_ context.Context, pod *core.Pod, _ *apps.StatefulSet) error {
	asked.lock.Lock()
	defer asked.lock.Unlock()
	asked.did = append(asked.did, fmt.Sprintf("make %s %s", pod.Name, asked.said(pod.Labels[apps.StatefulSetRevisionLabel])))
	made := pod.DeepCopy()
	made.Status = readiness(core.PodPending, false)
	asked.pods[pod.Name] = made
	return nil
}

func (asked *statefulSets) GetPod(_, name string) (*core.Pod, error) {
	asked.lock.Lock()
	defer asked.lock.Unlock()
	if pod, found := asked.pods[name]; found {
		return pod, nil
	}
	return nil, errors.NewNotFound(schema.GroupResource{Resource: "pods"}, name)
}

func (asked *statefulSets) UpdatePod(pod *core.Pod, _ *apps.StatefulSet) error {
	return fmt.Errorf("%s was to be left as it is", pod.Name)
}

func (asked *statefulSets) DeletePod(pod *core.Pod) error {
	asked.lock.Lock()
	defer asked.lock.Unlock()
	asked.did = append(asked.did, fmt.Sprintf("delete %s", pod.Name))
	deleted := asked.pods[pod.Name].DeepCopy()
	deleted.DeletionTimestamp = &metav1.Time{Time: now}
	asked.pods[pod.Name] = deleted
	return nil
}

func (asked *statefulSets) CreateClaim(*core.PersistentVolumeClaim, *apps.StatefulSet) error {
	return nil
}

func (asked *statefulSets) GetClaim(_, name string) (*core.PersistentVolumeClaim, error) {
	return nil, errors.NewNotFound(schema.GroupResource{Resource: "persistentvolumeclaims"}, name)
}

func (asked *statefulSets) UpdateClaim(*core.PersistentVolumeClaim, *apps.StatefulSet) error {
	return nil
}
