//curfew:models 0

// Loops that call a function again and again, and end with a stop channel or a context. Written from
// v0.37.1.
package wait

import (
	"context"
	"time"

	"k8s.io/utils/clock"
)

//curfew:root
var NeverStop <-chan struct{}

//curfew:runs f forever
//curfew:waits stopCh
func BackoffUntil(f func(), backoff BackoffManager, sliding bool, stopCh <-chan struct{})

//curfew:runs f forever
//curfew:waits ctx
func BackoffUntilWithContext(ctx context.Context, f func(ctx context.Context), backoff BackoffManager, sliding bool)

func ContextForChannel(parentCh <-chan struct{}) context.Context

//curfew:runs condition
func ExponentialBackoff(backoff Backoff, condition ConditionFunc) error

//curfew:waits ctx
//curfew:runs condition
func ExponentialBackoffWithContext(ctx context.Context, backoff Backoff, condition ConditionWithContextFunc) error

//curfew:runs f forever
func Forever(f func(), period time.Duration)

func Interrupted(err error) bool

func Jitter(duration time.Duration, maxFactor float64) time.Duration

//curfew:runs f forever
//curfew:waits stopCh
func JitterUntil(f func(), period time.Duration, jitterFactor float64, sliding bool, stopCh <-chan struct{})

//curfew:runs f forever
//curfew:waits ctx
func JitterUntilWithContext(ctx context.Context, f func(context.Context), period time.Duration, jitterFactor float64, sliding bool)

//curfew:runs f forever
//curfew:waits stopCh
func NonSlidingUntil(f func(), period time.Duration, stopCh <-chan struct{})

//curfew:runs f forever
//curfew:waits ctx
func NonSlidingUntilWithContext(ctx context.Context, f func(context.Context), period time.Duration)

//curfew:runs condition
func Poll(interval time.Duration, timeout time.Duration, condition ConditionFunc) error

//curfew:runs condition
func PollImmediate(interval time.Duration, timeout time.Duration, condition ConditionFunc) error

//curfew:runs condition
//curfew:blocks forever
func PollImmediateInfinite(interval time.Duration, condition ConditionFunc) error

//curfew:waits ctx
//curfew:runs condition
func PollImmediateInfiniteWithContext(ctx context.Context, interval time.Duration, condition ConditionWithContextFunc) error

//curfew:waits stopCh
//curfew:runs condition
func PollImmediateUntil(interval time.Duration, condition ConditionFunc, stopCh <-chan struct{}) error

//curfew:waits ctx
//curfew:runs condition
func PollImmediateUntilWithContext(ctx context.Context, interval time.Duration, condition ConditionWithContextFunc) error

//curfew:waits ctx
//curfew:runs condition
func PollImmediateWithContext(ctx context.Context, interval time.Duration, timeout time.Duration, condition ConditionWithContextFunc) error

//curfew:runs condition
//curfew:blocks forever
func PollInfinite(interval time.Duration, condition ConditionFunc) error

//curfew:waits ctx
//curfew:runs condition
func PollInfiniteWithContext(ctx context.Context, interval time.Duration, condition ConditionWithContextFunc) error

//curfew:waits stopCh
//curfew:runs condition
func PollUntil(interval time.Duration, condition ConditionFunc, stopCh <-chan struct{}) error

//curfew:waits ctx
//curfew:runs condition
func PollUntilContextCancel(ctx context.Context, interval time.Duration, immediate bool, condition ConditionWithContextFunc) error

//curfew:waits ctx
//curfew:runs condition
func PollUntilContextTimeout(ctx context.Context, interval time.Duration, timeout time.Duration, immediate bool, condition ConditionWithContextFunc) error

//curfew:waits ctx
//curfew:runs condition
func PollUntilWithContext(ctx context.Context, interval time.Duration, condition ConditionWithContextFunc) error

//curfew:waits ctx
//curfew:runs condition
func PollWithContext(ctx context.Context, interval time.Duration, timeout time.Duration, condition ConditionWithContextFunc) error

//curfew:runs f forever
//curfew:waits stopCh
func Until(f func(), period time.Duration, stopCh <-chan struct{})

//curfew:runs f forever
//curfew:waits ctx
func UntilWithContext(ctx context.Context, f func(context.Context), period time.Duration)

type Backoff struct {
	Duration time.Duration
	Factor   float64
	Jitter   float64
	Steps    int
	Cap      time.Duration
}

func (b *Backoff) Step() time.Duration

type BackoffManager interface {
	Backoff() clock.Timer
}

type ConditionFunc func() (done bool, err error)

type ConditionWithContextFunc func(context.Context) (done bool, err error)

type Group struct{}

//curfew:spawns f counted
func (g *Group) Start(f func())

//curfew:spawns f counted
func (g *Group) StartWithChannel(stopCh <-chan struct{}, f func(stopCh <-chan struct{}))

//curfew:spawns f counted
func (g *Group) StartWithContext(ctx context.Context, f func(context.Context))

//curfew:wg-wait
//curfew:releases
func (g *Group) Wait()
