//curfew:models 0

// Written from v0.37.1.
package watch

import (
	"context"
	"time"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/tools/cache"
)

//curfew:derives parent
//curfew:expires timeout
//curfew:must-call result.1
func ContextWithOptionalTimeout(parent context.Context, timeout time.Duration) (context.Context, context.CancelFunc)

//curfew:starts until Stop
//curfew:must-release result until Stop
func NewRetryWatcher(initialResourceVersion string, watcherClient cache.Watcher) (*RetryWatcher, error)

//curfew:starts until Stop
//curfew:must-release result until Stop
func NewRetryWatcherWithContext(ctx context.Context, initialResourceVersion string, watcherClient cache.WatcherWithContext) (*RetryWatcher, error)

//curfew:waits ctx
func Until(ctx context.Context, initialResourceVersion string, watcherClient cache.Watcher, conditions ...ConditionFunc) (*watch.Event, error)

//curfew:waits ctx
func UntilWithSync(ctx context.Context, lw cache.ListerWatcher, objType runtime.Object, precondition PreconditionFunc, conditions ...ConditionFunc) (*watch.Event, error)

//curfew:waits ctx
func UntilWithoutRetry(ctx context.Context, watcher watch.Interface, conditions ...ConditionFunc) (*watch.Event, error)

type ConditionFunc func(event watch.Event) (bool, error)

type PreconditionFunc func(store cache.Store) (bool, error)

type RetryWatcher struct{}

func (rw *RetryWatcher) Done() <-chan struct{}

func (rw *RetryWatcher) ResultChan() <-chan watch.Event

//curfew:releases
func (rw *RetryWatcher) Stop()
