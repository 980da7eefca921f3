//curfew:models 0

// The informers of a factory run until the stop channel is closed; Shutdown waits for them. Written from v0.37.1.
package informers

import (
	"context"
	"reflect"
	"time"

	"k8s.io/client-go/informers/internalinterfaces"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
)

func NewFilteredSharedInformerFactory(client kubernetes.Interface, defaultResync time.Duration, namespace string, tweakListOptions internalinterfaces.TweakListOptionsFunc) SharedInformerFactory

func NewSharedInformerFactory(client kubernetes.Interface, defaultResync time.Duration) SharedInformerFactory

func NewSharedInformerFactoryWithOptions(client kubernetes.Interface, defaultResync time.Duration, options ...SharedInformerOption) SharedInformerFactory

func WithNamespace(namespace string) SharedInformerOption

type GenericInformer interface {
	Informer() cache.SharedIndexInformer
	Lister() cache.GenericLister
}

type SharedInformerFactory interface {
	// Until the informers have ended, whose channel somebody else closes.
	//
	//curfew:blocks cond
	//curfew:releases
	Shutdown()
	Start(stopCh <-chan struct{})
	StartWithContext(ctx context.Context)
	//curfew:waits stopCh
	WaitForCacheSync(stopCh <-chan struct{}) map[reflect.Type]bool
	//curfew:waits ctx
	WaitForCacheSyncWithContext(ctx context.Context) cache.SyncResult
}

type SharedInformerOption func(*sharedInformerFactory) *sharedInformerFactory

type sharedInformerFactory struct{}
