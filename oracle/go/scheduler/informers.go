package main

import (
	"time"

	appsv1 "k8s.io/api/apps/v1"
	v1 "k8s.io/api/core/v1"
	policyv1 "k8s.io/api/policy/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
)

// told is an informer that never watches: who tells it of an object has told all its listeners when it returns.
type told struct {
	cache.SharedIndexInformer
	listeners []cache.ResourceEventHandler
}

func (t *told) AddEventHandler(h cache.ResourceEventHandler) (cache.ResourceEventHandlerRegistration, error) {
	t.listeners = append(t.listeners, h)
	return t.SharedIndexInformer.AddEventHandler(h)
}

func (t *told) AddEventHandlerWithResyncPeriod(h cache.ResourceEventHandler, _ time.Duration) (cache.ResourceEventHandlerRegistration, error) {
	return t.AddEventHandler(h)
}

func (t *told) AddEventHandlerWithOptions(h cache.ResourceEventHandler, _ cache.HandlerOptions) (cache.ResourceEventHandlerRegistration, error) {
	return t.AddEventHandler(h)
}

// list makes an object known without an event, as to a listener that looks away.
func (t *told) list(obj runtime.Object) { must(t.GetIndexer().Add(obj)) }

func (t *told) add(obj runtime.Object) {
	t.list(obj)
	for _, listener := range t.listeners {
		listener.OnAdd(obj, false)
	}
}

func (t *told) update(old, obj runtime.Object) {
	must(t.GetIndexer().Update(obj))
	for _, listener := range t.listeners {
		listener.OnUpdate(old, obj)
	}
}

func (t *told) remove(obj runtime.Object) {
	must(t.GetIndexer().Delete(obj))
	for _, listener := range t.listeners {
		listener.OnDelete(obj)
	}
}

// known are the kinds that a cluster can hold, by the name of their kind.
func known() map[string]runtime.Object {
	return map[string]runtime.Object{
		"Node": &v1.Node{}, "Pod": &v1.Pod{}, "Namespace": &v1.Namespace{}, "Service": &v1.Service{},
		"ReplicationController": &v1.ReplicationController{},
		"PersistentVolume":      &v1.PersistentVolume{}, "PersistentVolumeClaim": &v1.PersistentVolumeClaim{},
		"ReplicaSet": &appsv1.ReplicaSet{}, "StatefulSet": &appsv1.StatefulSet{},
		"StorageClass": &storagev1.StorageClass{}, "CSINode": &storagev1.CSINode{}, "CSIDriver": &storagev1.CSIDriver{},
		"CSIStorageCapacity": &storagev1.CSIStorageCapacity{}, "VolumeAttachment": &storagev1.VolumeAttachment{},
		"PodDisruptionBudget": &policyv1.PodDisruptionBudget{},
	}
}

// toldInformers come in the place of the factory's own; those of every other kind are never started, and empty.
func toldInformers(factory informers.SharedInformerFactory) map[string]*told {
	all := map[string]*told{}
	for kind, example := range known() {
		// The indexer of the factory's own informers; listers ask by it.
		indexers := cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc}
		informer := &told{SharedIndexInformer: cache.NewSharedIndexInformer(&cache.ListWatch{}, example, 0, indexers)}
		factory.InformerFor(example, func(kubernetes.Interface, time.Duration) cache.SharedIndexInformer { return informer })
		all[kind] = informer
	}
	return all
}
