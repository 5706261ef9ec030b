// access answers, one JSON line for one JSON line, what accounts may do under roles and bindings, and whom they may
// become: the API server's own authorizer, after its controller has aggregated the roles.
package main

import (
	"context"
	"encoding/json"
	"io"

	rbac "k8s.io/api/rbac/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/registry/rbac/validation"
	authorizer "k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy"

	"seaworthy/lines"
)

type question struct {
	Objects  []json.RawMessage `json:"objects"`
	Running  []pod             `json:"running"`
	Requests []request         `json:"requests"`
}

type pod struct {
	Account string `json:"account"`
	// Empty where nobody knows it before it is made.
	Name string `json:"name"`
}

type answer struct {
	Allowed []bool              `json:"allowed,omitempty"`
	Becomes map[string][]string `json:"becomes,omitempty"`
	// What roles hold is decided by who came first.
	ByOrder bool   `json:"byOrder,omitempty"`
	Refused bool   `json:"refused,omitempty"`
	Why     string `json:"why,omitempty"`
}

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(io.Discard)
	lines.Answer(ask)
}

func ask(line []byte) any {
	var asked question
	lines.Read(line, &asked)
	held, err := read(asked.Objects)
	if err != nil {
		return answer{Refused: true, Why: err.Error()}
	}
	clusterRoles, byOrder, err := aggregated(held.clusterRoles)
	if err != nil {
		return answer{Refused: true, Why: err.Error()}
	}
	if byOrder {
		return answer{ByOrder: true}
	}
	_, static := validation.NewTestRuleResolver(held.roles, held.roleBindings, clusterRoles, held.clusterRoleBindings)
	judge := judge{authorizer.New(static, static, static, static)}
	said := answer{Allowed: []bool{}, Becomes: map[string][]string{}}
	for _, one := range asked.Requests {
		said.Allowed = append(said.Allowed, judge.allows(one))
	}
	accounts := held.accounts(asked.Running)
	for _, account := range accounts {
		said.Becomes[account] = judge.becomes(account, accounts, asked.Running)
	}
	return said
}

// The objects of a cluster, with the ClusterRoles that an API server makes itself.
type objects struct {
	roles               []*rbac.Role
	clusterRoles        []*rbac.ClusterRole
	roleBindings        []*rbac.RoleBinding
	clusterRoleBindings []*rbac.ClusterRoleBinding
	serviceAccounts     []string
}

// Nobody writes into them: what is aggregated is a copy.
var own = bootstrappolicy.ClusterRoles()

func read(raw []json.RawMessage) (*objects, error) {
	held := &objects{}
	shown := map[string]bool{}
	for _, text := range raw {
		var head unstructured.Unstructured
		if err := json.Unmarshal(text, &head.Object); err != nil {
			return nil, err
		}
		if err := held.add(head, text); err != nil {
			return nil, err
		}
		shown[head.GetKind()+head.GetName()] = true
	}
	for at := range own {
		if !shown["ClusterRole"+own[at].Name] {
			held.clusterRoles = append(held.clusterRoles, &own[at])
		}
	}
	return held, nil
}

func (held *objects) add(head unstructured.Unstructured, text []byte) error {
	switch head.GetKind() {
	case "ServiceAccount":
		held.serviceAccounts = append(held.serviceAccounts, head.GetNamespace()+"/"+head.GetName())
		return nil
	case "Role":
		return into(text, &held.roles)
	case "ClusterRole":
		return into(text, &held.clusterRoles)
	case "RoleBinding":
		return into(text, &held.roleBindings)
	case "ClusterRoleBinding":
		return into(text, &held.clusterRoleBindings)
	}
	return nil
}

func into[T any](text []byte, list *[]*T) error {
	one := new(T)
	if err := json.Unmarshal(text, one); err != nil {
		return err
	}
	*list = append(*list, one)
	return nil
}

var background = context.Background()
