package main

import (
	"slices"
	"strings"

	rbac "k8s.io/api/rbac/v1"
	"k8s.io/apiserver/pkg/authentication/serviceaccount"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	rbacauthorizer "k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
)

type request struct {
	Account   string `json:"account"`
	Verb      string `json:"verb"`
	Group     string `json:"group"`
	Resource  string `json:"resource"`
	Namespace string `json:"namespace"`
	Name      string `json:"name"`
	URL       string `json:"url"`
}

type judge struct {
	rbac *rbacauthorizer.RBACAuthorizer
}

func (j judge) allows(asked request) bool {
	namespace, name, _ := strings.Cut(asked.Account, "/")
	groups := append(serviceaccount.MakeGroupNames(namespace), user.AllAuthenticated)
	resource, subresource, _ := strings.Cut(asked.Resource, "/")
	decision, _, _ := j.rbac.Authorize(background, authorizer.AttributesRecord{
		User:            &user.DefaultInfo{Name: serviceaccount.MakeUsername(namespace, name), Groups: groups},
		Verb:            asked.Verb,
		APIGroup:        asked.Group,
		Resource:        resource,
		Subresource:     subresource,
		Namespace:       asked.Namespace,
		Name:            asked.Name,
		Path:            asked.URL,
		ResourceRequest: asked.URL == "",
	})
	return decision == authorizer.DecisionAllow
}

// What makes pods, whose template names their account.
var starting = [][2]string{
	{"", "pods"}, {"", "replicationcontrollers"},
	{"apps", "daemonsets"}, {"apps", "deployments"}, {"apps", "replicasets"}, {"apps", "statefulsets"},
	{"batch", "cronjobs"}, {"batch", "jobs"},
}

// The name of a pod that a controller drew: no rule knows it.
const drawn = "checkout-7d9f8b6c5-x2x7k"

// becomes is the closure of one step over all accounts, without the account itself.
func (j judge) becomes(account string, accounts []string, running []pod) []string {
	found := []string{account}
	for at := 0; at < len(found); at++ {
		for _, to := range accounts {
			if !slices.Contains(found, to) && j.steps(found[at], to, running) {
				found = append(found, to)
			}
		}
	}
	others := append([]string{}, found[1:]...)
	slices.Sort(others)
	return others
}

// steps tells whether one account may act as another without acting as a third one.
func (j judge) steps(from, to string, running []pod) bool {
	namespace, name, _ := strings.Cut(to, "/")
	may := func(verb, group, resource, named string) bool {
		return j.allows(request{from, verb, group, resource, namespace, named, ""})
	}
	for _, kind := range starting {
		if may("create", kind[0], kind[1], "") {
			return true
		}
	}
	if may("create", "", "serviceaccounts/token", name) || may("impersonate", "", "serviceaccounts", name) {
		return true
	}
	return slices.ContainsFunc(running, func(one pod) bool {
		if one.Account != to {
			return false
		}
		pod := one.Name
		if pod == "" {
			pod = drawn
		}
		for _, verb := range []string{"create", "get"} {
			for _, resource := range []string{"pods/exec", "pods/attach"} {
				if may(verb, "", resource, pod) {
					return true
				}
			}
		}
		return false
	})
}

// accounts are those that stand there, that pods run as, and that bindings name.
func (held *objects) accounts(running []pod) []string {
	found := slices.Clone(held.serviceAccounts)
	for _, one := range running {
		found = append(found, one.Account)
	}
	for _, one := range held.roleBindings {
		found = append(found, named(one.Subjects, one.Namespace)...)
	}
	for _, one := range held.clusterRoleBindings {
		found = append(found, named(one.Subjects, "")...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func named(subjects []rbac.Subject, own string) []string {
	found := []string{}
	for _, subject := range subjects {
		namespace, name := subject.Namespace, subject.Name
		switch subject.Kind {
		case rbac.UserKind:
			var err error
			if namespace, name, err = serviceaccount.SplitUsername(subject.Name); err != nil {
				continue
			}
		case rbac.ServiceAccountKind:
			if namespace == "" {
				namespace = own
			}
		default:
			continue
		}
		if namespace != "" && name != "" {
			found = append(found, namespace+"/"+name)
		}
	}
	return found
}
