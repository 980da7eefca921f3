//curfew:models 0

// Written from v0.37.1.
package leaderelection

import (
	"context"
	"time"

	"k8s.io/client-go/tools/leaderelection/resourcelock"
)

func NewLeaderElector(lec LeaderElectionConfig) (*LeaderElector, error)

//curfew:waits ctx
//curfew:serves
//curfew:affects network
func RunOrDie(ctx context.Context, lec LeaderElectionConfig)

type HealthzAdaptor struct{}

type LeaderCallbacks struct {
	//curfew:runs recv handler
	OnStartedLeading func(context.Context)
	//curfew:runs recv handler
	OnStoppedLeading func()
	//curfew:runs recv handler
	OnNewLeader func(identity string)
}

type LeaderElectionConfig struct {
	Lock            resourcelock.Interface
	LeaseDuration   time.Duration
	RenewDeadline   time.Duration
	RetryPeriod     time.Duration
	Callbacks       LeaderCallbacks
	WatchDog        *HealthzAdaptor
	ReleaseOnCancel bool
	Name            string
	Coordinated     bool
}

type LeaderElector struct{}

func (le *LeaderElector) GetLeader() string

func (le *LeaderElector) IsLeader() bool

//curfew:waits ctx
//curfew:serves
//curfew:affects network
func (le *LeaderElector) Run(ctx context.Context)
