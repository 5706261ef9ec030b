package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	v1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/testing"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/events"
	"k8s.io/klog/v2"
	fwk "k8s.io/kube-scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/profile"
)

// peer holds one real scheduler over one cluster. Pods that it binds stay assumed, which its cache counts alike.
type peer struct {
	ctx       context.Context
	sched     *scheduler.Scheduler
	pods      cache.Indexer
	next      *framework.QueuedPodInfo
	nominated string
	bound     atomic.Int64
	placed    int
}

func newPeer(nodes []*v1.Node, others []runtime.Object, percent, parallelism int32) *peer {
	p := &peer{ctx: context.Background()}
	objects := append([]runtime.Object{}, others...)
	for _, node := range nodes {
		objects = append(objects, node)
	}
	client := fake.NewSimpleClientset(objects...)
	p.react(client)
	factory := informers.NewSharedInformerFactory(client, 0)
	recorders := profile.RecorderFactory(func(string) events.EventRecorderLogger { return silent{} })
	sched, err := scheduler.New(p.ctx, client, factory, nil, recorders,
		scheduler.WithPercentageOfNodesToScore(&percent), scheduler.WithParallelism(parallelism))
	must(err)
	p.sched = sched
	// The fake client lists in the order of a map; the scheduler keeps the order in which it first hears of nodes.
	for _, node := range nodes {
		sched.Cache.AddNode(klog.Background(), node)
	}
	p.pods = factory.Core().V1().Pods().Informer().GetIndexer()
	factory.Start(p.ctx.Done())
	factory.WaitForCacheSync(p.ctx.Done())
	must(sched.WaitForHandlersSync(p.ctx))

	sched.NextPod = func(klog.Logger) (*framework.QueuedPodInfo, error) { return p.next, nil }
	sched.FailureHandler = func(_ context.Context, _ framework.Framework, _ *framework.QueuedPodInfo, _ *fwk.Status, to *fwk.NominatingInfo, _ time.Time) {
		if to != nil && to.NominatingMode == fwk.ModeOverride {
			p.nominated = to.NominatedNodeName
		}
	}
	return p
}

// react answers bindings and evictions at once: the cost of an API server is no part of the measure.
func (p *peer) react(client *fake.Clientset) {
	client.PrependReactor("create", "pods", func(action testing.Action) (bool, runtime.Object, error) {
		if action.GetSubresource() != "binding" {
			return false, nil, nil
		}
		p.bound.Add(1)
		return true, action.(testing.CreateAction).GetObject(), nil
	})
	client.PrependReactor("delete", "pods", func(action testing.Action) (bool, runtime.Object, error) {
		name := action.GetNamespace() + "/" + action.(testing.DeleteAction).GetName()
		victim, _, err := p.pods.GetByKey(name)
		must(err)
		if standing, err := p.sched.Cache.GetPod(victim.(*v1.Pod)); err == nil {
			p.forget(standing)
		}
		return true, nil, p.pods.Delete(victim)
	})
	client.PrependReactor("patch", "pods", func(testing.Action) (bool, runtime.Object, error) { return true, nil, nil })
}

// forget takes a pod off its node: one that was bound here is still assumed, one that stood before is not.
func (p *peer) forget(pod *v1.Pod) {
	isAssumed, err := p.sched.Cache.IsAssumedPod(pod)
	must(err)
	if isAssumed {
		must(p.sched.Cache.ForgetPod(klog.Background(), pod))
	} else {
		must(p.sched.Cache.RemovePod(klog.Background(), pod))
	}
}

// stand puts pods on the nodes that they name.
func (p *peer) stand(pods []*v1.Pod) {
	for _, pod := range pods {
		pod.UID = types.UID(pod.Namespace + "/" + pod.Name)
		must(p.pods.Add(pod))
		must(p.sched.Cache.AddPod(klog.Background(), pod))
	}
}

// queued is what the scheduler's own queue would hand out: pods whose terms are parsed.
func (p *peer) queued(pods []*v1.Pod) []*framework.QueuedPodInfo {
	infos := make([]*framework.QueuedPodInfo, 0, len(pods))
	for i, pod := range pods {
		pod.UID = types.UID(fmt.Sprint(i))
		if pod.Spec.SchedulerName == "" {
			pod.Spec.SchedulerName = v1.DefaultSchedulerName
		}
		info, err := framework.NewPodInfo(pod)
		must(err)
		must(p.pods.Add(pod))
		infos = append(infos, &framework.QueuedPodInfo{PodInfo: info, Timestamp: time.Now()})
	}
	return infos
}

// place runs one cycle, and the one after a preemption, which begins at the nominated node.
func (p *peer) place(one *framework.QueuedPodInfo) {
	p.next, p.nominated = one, ""
	p.sched.ScheduleOne(p.ctx)
	if p.nodeOf(one.Pod) == "" && p.nominated != "" {
		one.Pod.Status.NominatedNodeName = p.nominated
		p.sched.ScheduleOne(p.ctx)
	}
	if p.nodeOf(one.Pod) != "" {
		p.placed++
	}
}

// nodeOf asks the cache: the scheduler assumes a copy of the pod.
func (p *peer) nodeOf(pod *v1.Pod) string {
	standing, err := p.sched.Cache.GetPod(pod)
	if err != nil {
		return ""
	}
	return standing.Spec.NodeName
}

func (p *peer) waitBound(count int64) {
	for since := time.Now(); p.bound.Load() < count && time.Since(since) < 30*time.Second; {
		time.Sleep(100 * time.Microsecond)
	}
}

func decode(text []byte) runtime.Object {
	object, _, err := scheme.Codecs.UniversalDeserializer().Decode(text, nil, nil)
	must(err)
	return object
}

type silent struct{}

func (silent) Eventf(runtime.Object, runtime.Object, string, string, string, string, ...interface{}) {
}
func (s silent) WithLogger(klog.Logger) events.EventRecorderLogger { return s }
