package main

import (
	"runtime"
	"time"

	v1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	apiruntime "k8s.io/apimachinery/pkg/runtime"
)

// bind stands for the API server, which writes the node, and the kubelet, which starts the pod a minute after the last.
func (c *cluster) bind(pod *v1.Pod, at, unbound int) {
	c.bindClaims(unbound)
	bound := pod.DeepCopy()
	bound.Spec.NodeName = c.current.Chosen
	bound.Status.Phase = v1.PodRunning
	bound.Status.NominatedNodeName = ""
	started := metav1.NewTime(time.Date(2026, 6, 1, 0, at, 0, 0, time.UTC))
	bound.Status.StartTime = &started
	c.newVersion(bound)
	c.informers["Pod"].update(pod, bound)
}

// bindClaims stands for the controller of volumes: what the scheduler has reserved is bound. A volume that is still to
// be made is not made.
func (c *cluster) bindClaims(unbound int) {
	// The scheduler writes them behind the cycle's back, each once, and then waits for the controller.
	for c.writtenCount() < unbound {
		runtime.Gosched()
	}
	c.mutex.Lock()
	written := c.written
	c.mutex.Unlock()
	for _, obj := range written {
		switch obj := obj.(type) {
		case *v1.PersistentVolume:
			volume := obj.DeepCopy()
			volume.Status.Phase = v1.VolumeBound
			c.replace("PersistentVolume", volume)
			claim := c.claim(volume.Spec.ClaimRef.Namespace, volume.Spec.ClaimRef.Name).DeepCopy()
			claim.Spec.VolumeName = volume.Name
			claim.Status.Phase = v1.ClaimBound
			for _, done := range []string{"pv.kubernetes.io/bind-completed", "pv.kubernetes.io/bound-by-controller"} {
				metav1.SetMetaDataAnnotation(&claim.ObjectMeta, done, "yes")
			}
			c.replace("PersistentVolumeClaim", claim)
		case *v1.PersistentVolumeClaim:
			c.replace("PersistentVolumeClaim", obj.DeepCopy())
		}
	}
}

func (c *cluster) writtenCount() int {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return len(c.written)
}

func (c *cluster) replace(kind string, obj apiruntime.Object) {
	old, _, err := c.informers[kind].GetIndexer().Get(obj)
	must(err)
	c.newVersion(obj)
	obj.GetObjectKind().SetGroupVersionKind(v1.SchemeGroupVersion.WithKind(kind))
	c.informers[kind].update(old.(apiruntime.Object), obj)
	c.current.Bound = append(c.current.Bound, obj)
}

func (c *cluster) claim(namespace, name string) *v1.PersistentVolumeClaim {
	obj, exists, err := c.informers["PersistentVolumeClaim"].GetIndexer().GetByKey(namespace + "/" + name)
	must(err)
	if !exists {
		return nil
	}
	return obj.(*v1.PersistentVolumeClaim)
}

func (c *cluster) unboundClaims(pod *v1.Pod) int {
	count := 0
	for _, volume := range pod.Spec.Volumes {
		name := ""
		if volume.PersistentVolumeClaim != nil {
			name = volume.PersistentVolumeClaim.ClaimName
		} else if volume.Ephemeral != nil {
			name = pod.Name + "-" + volume.Name
		} else {
			continue
		}
		if claim := c.claim(pod.Namespace, name); claim != nil && claim.Annotations["pv.kubernetes.io/bind-completed"] == "" {
			count++
		}
	}
	return count
}
