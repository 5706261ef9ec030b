package main

import (
	"fmt"
	"maps"

	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// withReadSelectors is the same question with each selector read by Kubernetes' own library: what it takes gets a label
// of its own, and the selector asks for that label. cyclonus does not take what lacks the key of a NotIn, and takes what
// lacks a key that is to be empty.
func (q question) withReadSelectors() question {
	read := q
	read.Namespaces = map[string]map[string]string{}
	for name, own := range q.Namespaces {
		read.Namespaces[name] = maps.Clone(own)
	}
	read.Pods = make([]pod, len(q.Pods))
	for i, one := range q.Pods {
		one.Labels = withLabels(one.Labels)
		read.Pods[i] = one
	}

	marks := &marker{original: q, marked: read}
	read.Policies = make([]policy, len(q.Policies))
	for i, one := range q.Policies {
		spec := *one.Spec.DeepCopy()
		spec.PodSelector = *marks.pods(&spec.PodSelector)
		for at := range spec.Ingress {
			marks.peers(spec.Ingress[at].From)
		}
		for at := range spec.Egress {
			marks.peers(spec.Egress[at].To)
		}
		read.Policies[i] = policy{Namespace: one.Namespace, Spec: spec}
	}
	return read
}

type marker struct {
	original, marked question
	count            int
}

func (m *marker) peers(peers []networkingv1.NetworkPolicyPeer) {
	for at := range peers {
		peers[at].PodSelector = m.pods(peers[at].PodSelector)
		peers[at].NamespaceSelector = m.namespaces(peers[at].NamespaceSelector)
	}
}

func (m *marker) pods(selector *metav1.LabelSelector) *metav1.LabelSelector {
	return m.mark(selector, func(is labels.Selector, mark string) {
		for i, one := range m.original.Pods {
			if is.Matches(labels.Set(one.Labels)) {
				m.marked.Pods[i].Labels[mark] = "yes"
			}
		}
	})
}

func (m *marker) namespaces(selector *metav1.LabelSelector) *metav1.LabelSelector {
	return m.mark(selector, func(is labels.Selector, mark string) {
		for name, own := range m.original.Namespaces {
			if is.Matches(labels.Set(own)) {
				m.marked.Namespaces[name][mark] = "yes"
			}
		}
	})
}

// mark leaves empty selectors as they are: what those take is a rule of policies.
func (m *marker) mark(selector *metav1.LabelSelector, each func(labels.Selector, string)) *metav1.LabelSelector {
	if selector == nil || len(selector.MatchLabels)+len(selector.MatchExpressions) == 0 {
		return selector
	}
	is, err := metav1.LabelSelectorAsSelector(selector)
	if err != nil {
		panic(err)
	}
	m.count++
	mark := fmt.Sprintf("selector-%d", m.count)
	each(is, mark)
	return &metav1.LabelSelector{MatchLabels: map[string]string{mark: "yes"}}
}

func withLabels(own map[string]string) map[string]string {
	if own == nil {
		return map[string]string{}
	}
	return maps.Clone(own)
}
