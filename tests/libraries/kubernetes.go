package cases

import (
	"context"
	"time"

	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/leaderelection"
	"k8s.io/client-go/util/workqueue"
)

type Controller struct {
	queue workqueue.TypedRateLimitingInterface[string]
	stop  chan struct{}
}

func (c *Controller) worker() {
	for {
		key, shutdown := c.queue.Get()
		if shutdown {
			return
		}
		c.queue.Done(key)
	}
}

// NewForever starts what nothing can stop.
func NewForever(queue workqueue.TypedRateLimitingInterface[string]) *Controller {
	c := &Controller{queue: queue}
	go wait.Forever(c.worker, time.Second) // want unclosable-constructor "wait.Forever"
	return c
}

// NewNever gives a stop channel that nothing closes.
func NewNever(queue workqueue.TypedRateLimitingInterface[string]) *Controller {
	c := &Controller{queue: queue}
	go wait.Until(c.worker, time.Second, wait.NeverStop) // want unclosable-constructor "wait.Until"
	return c
}

func NewUntil(queue workqueue.TypedRateLimitingInterface[string], stop <-chan struct{}) *Controller {
	c := &Controller{queue: queue}
	go wait.Until(c.worker, time.Second, stop)
	return c
}

func NewWithContext(ctx context.Context, queue workqueue.TypedRateLimitingInterface[string]) *Controller {
	c := &Controller{queue: queue}
	go wait.UntilWithContext(ctx, func(context.Context) { c.worker() }, time.Second)
	return c
}

// Ready polls under a context of its own.
func Ready(ctx context.Context, check func(context.Context) (bool, error)) error {
	return wait.PollUntilContextCancel(context.Background(), time.Second, true, check) // want severed-context "ctx is at hand"
}

func ReadyWith(ctx context.Context, check func(context.Context) (bool, error)) error {
	return wait.PollUntilContextCancel(ctx, time.Second, true, check)
}

func Fetch(ctx context.Context, r *rest.Request) ([]byte, error) {
	return r.DoRaw(context.TODO()) // want severed-context "ctx is at hand"
}

func FetchWith(ctx context.Context, r *rest.Request) ([]byte, error) {
	return r.DoRaw(ctx)
}

func Lead(ctx context.Context, config leaderelection.LeaderElectionConfig) {
	leaderelection.RunOrDie(context.Background(), config) // want severed-context "ctx is at hand"
}

func LeadWith(ctx context.Context, config leaderelection.LeaderElectionConfig) {
	leaderelection.RunOrDie(ctx, config)
}

func Sync(ctx context.Context, informer cache.SharedIndexInformer) bool {
	return cache.WaitForCacheSync(context.Background().Done(), informer.HasSynced) // want severed-context "ctx is at hand"
}

func SyncWith(ctx context.Context, informer cache.SharedIndexInformer) bool {
	return cache.WaitForCacheSync(ctx.Done(), informer.HasSynced)
}

// Started joins what it started before it returns.
func Started(stop <-chan struct{}, work func()) {
	var group wait.Group
	group.StartWithChannel(stop, func(<-chan struct{}) { work() })
	group.Wait()
}
