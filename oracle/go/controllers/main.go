// controllers answers, one JSON line for one JSON line, what Kubernetes' own controllers make of a state of a cluster:
// they are the real ones, and their caches hold what the question says.
package main

import (
	"io"

	"k8s.io/klog/v2"

	"seaworthy/lines"
)

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	lines.Answer(lines.Asker(map[string]func([]byte) any{
		"budget":      newBudgets().ask,
		"rollout":     newRollouts().ask,
		"statefulset": newStatefulSets().ask,
	}))
}
