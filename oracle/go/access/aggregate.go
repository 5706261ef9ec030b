package main

import (
	"context"
	"fmt"
	"slices"
	_ "unsafe"

	rbac "k8s.io/api/rbac/v1"
	"k8s.io/apimachinery/pkg/api/equality"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	applyrbac "k8s.io/client-go/applyconfigurations/rbac/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	client "k8s.io/client-go/kubernetes/typed/rbac/v1"
	"k8s.io/client-go/tools/cache"
	"k8s.io/kubernetes/pkg/controller/clusterroleaggregation"
)

//go:linkname syncClusterRole k8s.io/kubernetes/pkg/controller/clusterroleaggregation.(*ClusterRoleAggregationController).syncClusterRole
func syncClusterRole(controller *clusterroleaggregation.ClusterRoleAggregationController, ctx context.Context, key string) error

// writes puts what the controller applies into its own cache.
type writes struct {
	client.ClusterRoleInterface
	cache cache.Indexer
	count int
}

func (w *writes) ClusterRoles() client.ClusterRoleInterface { return w }

func (w *writes) Apply(_ context.Context, applied *applyrbac.ClusterRoleApplyConfiguration, _ metav1.ApplyOptions) (*rbac.ClusterRole, error) {
	w.count++
	held, exists, err := w.cache.GetByKey(*applied.Name)
	if err != nil || !exists {
		return nil, fmt.Errorf("%s: %v", *applied.Name, err)
	}
	role := held.(*rbac.ClusterRole).DeepCopy()
	role.Rules = nil
	for _, rule := range applied.Rules {
		role.Rules = append(role.Rules, rbac.PolicyRule{
			Verbs: rule.Verbs, APIGroups: rule.APIGroups, Resources: rule.Resources,
			ResourceNames: rule.ResourceNames, NonResourceURLs: rule.NonResourceURLs,
		})
	}
	return role, w.cache.Update(role)
}

// Informers want a client; nothing is asked of it.
var nobody = fake.NewClientset()

const mostRounds = 8

// aggregated syncs all roles until nothing is written, from the first to the last and the other way round.
func aggregated(roles []*rbac.ClusterRole) (settled []*rbac.ClusterRole, byOrder bool, err error) {
	names := []string{}
	for _, role := range roles {
		if role.AggregationRule != nil {
			names = append(names, role.Name)
		}
	}
	slices.Sort(names)
	forth, ends, err := settle(roles, names)
	if err != nil || !ends {
		return nil, !ends, err
	}
	slices.Reverse(names)
	back, ends, err := settle(roles, names)
	if err != nil || !ends {
		return nil, !ends, err
	}
	for name, role := range forth {
		if !sameRules(role.Rules, back[name].Rules) {
			return nil, true, nil
		}
		settled = append(settled, role)
	}
	return settled, false, nil
}

func settle(roles []*rbac.ClusterRole, names []string) (settled map[string]*rbac.ClusterRole, ends bool, err error) {
	informer := informers.NewSharedInformerFactory(nobody, 0).Rbac().V1().ClusterRoles()
	held := &writes{cache: informer.Informer().GetIndexer()}
	controller := clusterroleaggregation.NewClusterRoleAggregation(informer, held)
	for _, role := range roles {
		if err := held.cache.Add(role); err != nil {
			return nil, true, err
		}
	}
	for round := 0; ; round++ {
		before := held.count
		for _, name := range names {
			// Where a selector cannot be read the role stays as it is.
			_ = syncClusterRole(controller, background, name)
		}
		if held.count == before {
			break
		}
		if round == mostRounds {
			return nil, false, nil
		}
	}
	settled = map[string]*rbac.ClusterRole{}
	for _, one := range held.cache.List() {
		role := one.(*rbac.ClusterRole)
		settled[role.Name] = role
	}
	return settled, true, nil
}

func sameRules(one, other []rbac.PolicyRule) bool {
	return within(one, other) && within(other, one)
}

func within(one, other []rbac.PolicyRule) bool {
	for _, rule := range one {
		if !slices.ContainsFunc(other, func(each rbac.PolicyRule) bool { return equality.Semantic.DeepEqual(rule, each) }) {
			return false
		}
	}
	return true
}
