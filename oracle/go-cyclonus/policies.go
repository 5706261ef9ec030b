package main

import (
	"fmt"
	"strings"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	v1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// question is a cluster, and the ends and ports between which connections are asked about.
type question struct {
	Namespaces map[string]map[string]string `json:"namespaces"`
	Pods       []pod                        `json:"pods"`
	Addresses  []string                     `json:"addresses"`
	Policies   []policy                     `json:"policies"`
	Ports      []port                       `json:"ports"`
}

type pod struct {
	Namespace string            `json:"namespace"`
	Labels    map[string]string `json:"labels"`
	Address   string            `json:"address"`
	Ports     []port            `json:"ports"`
}

type policy struct {
	Namespace string                         `json:"namespace"`
	Spec      networkingv1.NetworkPolicySpec `json:"spec"`
}

type port struct {
	Name     string      `json:"name"`
	Port     int         `json:"port"`
	Protocol v1.Protocol `json:"protocol"`
}

// sides has one text for each port: a digit for each pair of ends, 1 where it is let out and 2 more where it is let in.
type sides struct {
	Sides []string `json:"sides"`
	// OwnSelectors counts the sides that come out otherwise when cyclonus reads the selectors itself.
	OwnSelectors int `json:"ownSelectors"`
}

func (q question) answer() sides {
	own := q.matcher()
	ownEnds := q.ends()
	read := q.withReadSelectors()
	judged := read.matcher()
	ends := read.ends()

	var answer sides
	for _, at := range q.Ports {
		var text strings.Builder
		for from := range ends {
			for to := range ends {
				names := q.namesAt(to, at)
				digit := digitOf(judged, ends[from], ends[to], at, names)
				if digit != digitOf(own, ownEnds[from], ownEnds[to], at, names) {
					answer.OwnSelectors++
				}
				fmt.Fprint(&text, digit)
			}
		}
		answer.Sides = append(answer.Sides, text.String())
	}
	return answer
}

func (q question) matcher() *matcher.Policy {
	policies := make([]*networkingv1.NetworkPolicy, len(q.Policies))
	for i, one := range q.Policies {
		spec := one.Spec
		// As pkg/apis/networking/v1/defaults.go fills it in.
		if len(spec.PolicyTypes) == 0 {
			spec.PolicyTypes = []networkingv1.PolicyType{networkingv1.PolicyTypeIngress}
			if len(spec.Egress) != 0 {
				spec.PolicyTypes = append(spec.PolicyTypes, networkingv1.PolicyTypeEgress)
			}
		}
		meta := metav1.ObjectMeta{Name: fmt.Sprintf("p%d", i), Namespace: one.Namespace}
		policies[i] = &networkingv1.NetworkPolicy{ObjectMeta: meta, Spec: spec}
	}
	return matcher.BuildNetworkPolicies(false, policies)
}

func (q question) ends() []*matcher.TrafficPeer {
	var ends []*matcher.TrafficPeer
	for _, one := range q.Pods {
		inside := &matcher.InternalPeer{
			PodLabels:       one.Labels,
			NamespaceLabels: q.Namespaces[one.Namespace],
			Namespace:       one.Namespace,
		}
		ends = append(ends, &matcher.TrafficPeer{Internal: inside, IP: one.Address})
	}
	for _, address := range q.Addresses {
		ends = append(ends, &matcher.TrafficPeer{IP: address})
	}
	return ends
}

// namesAt are the names that the pod at an end gives to a port; a rule may mean any of them.
func (q question) namesAt(end int, at port) []string {
	names := []string{}
	if end < len(q.Pods) {
		for _, own := range q.Pods[end].Ports {
			if own.Port == at.Port && own.Protocol == at.Protocol {
				names = append(names, own.Name)
			}
		}
	}
	if len(names) == 0 {
		return []string{""}
	}
	return names
}

func digitOf(policies *matcher.Policy, from, to *matcher.TrafficPeer, at port, names []string) int {
	digit := 0
	for _, name := range names {
		result := policies.IsTrafficAllowed(&matcher.Traffic{
			Source: from, Destination: to, ResolvedPort: at.Port, ResolvedPortName: name, Protocol: at.Protocol,
		})
		if result.Egress.IsAllowed() {
			digit |= 1
		}
		if result.Ingress.IsAllowed() {
			digit |= 2
		}
	}
	return digit
}
