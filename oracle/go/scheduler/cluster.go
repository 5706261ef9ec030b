package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"sync"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	ktesting "k8s.io/client-go/testing"
	"k8s.io/client-go/tools/events"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/scheduler"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/profile"
)

// cluster is one real scheduler and what it has been told.
type cluster struct {
	ctx       context.Context
	stop      context.CancelFunc
	scheduler *scheduler.Scheduler
	framework framework.Framework
	informers map[string]*told
	single    *singlePlugins
	version   int
	follow    string

	mutex   sync.Mutex
	next    *framework.QueuedPodInfo
	current *answer
	asking  bool
	// What the scheduler has written of volumes and claims for the pod at hand.
	written []runtime.Object
}

func newCluster(asked question) *cluster {
	ctx, stop := context.WithCancel(context.Background())
	c := &cluster{ctx: ctx, stop: stop}
	client := c.silentClient()
	factory := informers.NewSharedInformerFactory(client, 0)
	c.informers = toldInformers(factory)

	all, one := int32(100), int32(1)
	s, err := scheduler.New(ctx, client, factory, nil, profile.RecorderFactory(silent),
		scheduler.WithPercentageOfNodesToScore(&all), scheduler.WithParallelism(one))
	must(err)
	c.scheduler = s
	c.framework = s.Profiles[v1.DefaultSchedulerName]
	c.single = newSinglePlugins(ctx, c.framework)
	c.listen()

	for _, list := range [][]json.RawMessage{asked.Others, asked.Nodes, asked.Pods} {
		for _, raw := range list {
			c.tell(raw)
		}
	}
	return c
}

// silentClient answers every write with the object that was sent: nothing is read through it, all is told.
func (c *cluster) silentClient() *fake.Clientset {
	client := &fake.Clientset{}
	client.AddReactor("*", "*", func(action ktesting.Action) (bool, runtime.Object, error) {
		switch act := action.(type) {
		case ktesting.UpdateAction:
			c.mutex.Lock()
			defer c.mutex.Unlock()
			obj := act.GetObject()
			switch obj.(type) {
			case *v1.PersistentVolume, *v1.PersistentVolumeClaim:
				c.written = append(c.written, obj)
			}
			return true, obj, nil
		case ktesting.CreateAction:
			return true, act.GetObject(), nil
		}
		return true, &v1.Pod{}, nil
	})
	return client
}

func (c *cluster) tell(raw json.RawMessage) {
	var head struct {
		Kind string `json:"kind"`
	}
	must(json.Unmarshal(raw, &head))
	example, isKnown := known()[head.Kind]
	if !isKnown {
		panic(fmt.Sprintf("a scheduler is told nothing of a %q", head.Kind))
	}
	must(json.Unmarshal(raw, example))
	// The scheduler's own informer asks for pods that have not ended (scheduler.go, newPodInformer).
	if pod, isPod := example.(*v1.Pod); isPod && (pod.Status.Phase == v1.PodSucceeded || pod.Status.Phase == v1.PodFailed) {
		return
	}
	c.newVersion(example)
	c.informers[head.Kind].add(example)
}

// newVersion gives an object a later version than every other: caches of volumes compare them.
func (c *cluster) newVersion(obj runtime.Object) {
	c.version++
	accessor, err := meta.Accessor(obj)
	must(err)
	accessor.SetResourceVersion(strconv.Itoa(c.version))
}

func podOf(raw json.RawMessage) *v1.Pod {
	pod := &v1.Pod{}
	must(json.Unmarshal(raw, pod))
	return pod
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func silent(string) events.EventRecorderLogger { return silentRecorder{} }

type silentRecorder struct{}

func (silentRecorder) Eventf(runtime.Object, runtime.Object, string, string, string, string, ...interface{}) {
}

func (r silentRecorder) WithLogger(klog.Logger) events.EventRecorderLogger { return r }
