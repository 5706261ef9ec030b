// scheduler answers what the real kube-scheduler makes of a cluster and its pods.
package main

import (
	_ "k8s.io/api/core/v1"
	_ "k8s.io/apiserver/pkg/util/feature"
	_ "k8s.io/client-go/kubernetes/fake"
	_ "k8s.io/component-base/featuregate"
	_ "k8s.io/klog/v2"
	_ "k8s.io/kube-scheduler/framework"
	_ "k8s.io/kubernetes/pkg/controller/deployment"
	_ "k8s.io/kubernetes/pkg/controller/disruption"
	_ "k8s.io/kubernetes/pkg/controller/statefulset"
	_ "k8s.io/kubernetes/pkg/scheduler"
)

func main() {}
