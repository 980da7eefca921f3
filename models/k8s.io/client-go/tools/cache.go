//curfew:models 0

// Informers run until their stop channel is closed or their context is done. Written from v0.37.1.
package cache

import (
	"context"
	"time"

	"k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/rest"
)

const NamespaceIndex string = "namespace"

func DeletionHandlingMetaNamespaceKeyFunc(obj interface{}) (string, error)

func MetaNamespaceKeyFunc(obj interface{}) (string, error)

func NewInformer(lw ListerWatcher, objType runtime.Object, resyncPeriod time.Duration, h ResourceEventHandler) (Store, Controller)

func NewListWatchFromClient(c Getter, resource string, namespace string, fieldSelector fields.Selector) *ListWatch

func NewReflector(lw ListerWatcher, expectedType interface{}, store ReflectorStore, resyncPeriod time.Duration) *Reflector

func NewSharedIndexInformer(lw ListerWatcher, exampleObject runtime.Object, defaultEventHandlerResyncPeriod time.Duration, indexers Indexers) SharedIndexInformer

func NewSharedInformer(lw ListerWatcher, exampleObject runtime.Object, defaultEventHandlerResyncPeriod time.Duration) SharedInformer

func SplitMetaNamespaceKey(key string) (namespace string, name string, err error)

//curfew:waits ctx
func WaitFor(ctx context.Context, what string, checkers ...DoneChecker) bool

//curfew:waits stopCh
func WaitForCacheSync(stopCh <-chan struct{}, cacheSyncs ...InformerSynced) bool

//curfew:waits stopCh
func WaitForNamedCacheSync(controllerName string, stopCh <-chan struct{}, cacheSyncs ...InformerSynced) bool

//curfew:waits ctx
func WaitForNamedCacheSyncWithContext(ctx context.Context, cacheSyncs ...InformerSynced) bool

type Controller interface {
	HasSynced() bool
	HasSyncedChecker() DoneChecker
	LastSyncResourceVersion() string
	//curfew:waits stopCh
	//curfew:serves
	//curfew:affects network
	Run(stopCh <-chan struct{})
	//curfew:waits ctx
	//curfew:serves
	//curfew:affects network
	RunWithContext(ctx context.Context)
}

type DoneChecker interface {
	Done() <-chan struct{}
	Name() string
}

type Getter interface {
	Get() *rest.Request
}

type HandlerOptions struct{}

type IndexFunc func(obj interface{}) ([]string, error)

type Indexer interface{}

type Indexers map[string]IndexFunc

type InformerSynced func() bool

type ListWatch struct{}

type ListerWatcher interface {
	List(options v1.ListOptions) (runtime.Object, error)
	Watch(options v1.ListOptions) (watch.Interface, error)
}

type Reflector struct{}

//curfew:waits stopCh
//curfew:serves
//curfew:affects network
func (r *Reflector) Run(stopCh <-chan struct{})

//curfew:waits ctx
//curfew:serves
//curfew:affects network
func (r *Reflector) RunWithContext(ctx context.Context)

type ReflectorStore interface{}

type ResourceEventHandler interface {
	//curfew:handler
	OnAdd(obj interface{}, isInInitialList bool)
	//curfew:handler
	OnDelete(obj interface{})
	//curfew:handler
	OnUpdate(oldObj interface{}, newObj interface{})
}

type ResourceEventHandlerFuncs struct {
	//curfew:runs recv handler
	AddFunc func(obj interface{})
	//curfew:runs recv handler
	UpdateFunc func(oldObj interface{}, newObj interface{})
	//curfew:runs recv handler
	DeleteFunc func(obj interface{})
}

type ResourceEventHandlerRegistration interface {
	HasSynced() bool
	HasSyncedChecker() DoneChecker
}

type SharedIndexInformer interface {
	//curfew:runs handler handler
	AddEventHandler(handler ResourceEventHandler) (ResourceEventHandlerRegistration, error)
	AddEventHandlerWithOptions(handler ResourceEventHandler, options HandlerOptions) (ResourceEventHandlerRegistration, error)
	//curfew:runs handler handler
	AddEventHandlerWithResyncPeriod(handler ResourceEventHandler, resyncPeriod time.Duration) (ResourceEventHandlerRegistration, error)
	AddIndexers(indexers Indexers) error
	GetController() Controller
	GetIndexer() Indexer
	GetStore() Store
	HasSynced() bool
	HasSyncedChecker() DoneChecker
	IsStopped() bool
	LastSyncResourceVersion() string
	RemoveEventHandler(handle ResourceEventHandlerRegistration) error
	//curfew:waits stopCh
	//curfew:serves
	//curfew:affects network
	Run(stopCh <-chan struct{})
	//curfew:waits ctx
	//curfew:serves
	//curfew:affects network
	RunWithContext(ctx context.Context)
	SetTransform(handler TransformFunc) error
	SetWatchErrorHandler(handler WatchErrorHandler) error
	SetWatchErrorHandlerWithContext(handler WatchErrorHandlerWithContext) error
}

type SharedInformer interface {
	//curfew:runs handler handler
	AddEventHandler(handler ResourceEventHandler) (ResourceEventHandlerRegistration, error)
	AddEventHandlerWithOptions(handler ResourceEventHandler, options HandlerOptions) (ResourceEventHandlerRegistration, error)
	//curfew:runs handler handler
	AddEventHandlerWithResyncPeriod(handler ResourceEventHandler, resyncPeriod time.Duration) (ResourceEventHandlerRegistration, error)
	GetController() Controller
	GetStore() Store
	HasSynced() bool
	HasSyncedChecker() DoneChecker
	IsStopped() bool
	LastSyncResourceVersion() string
	RemoveEventHandler(handle ResourceEventHandlerRegistration) error
	//curfew:waits stopCh
	//curfew:serves
	//curfew:affects network
	Run(stopCh <-chan struct{})
	//curfew:waits ctx
	//curfew:serves
	//curfew:affects network
	RunWithContext(ctx context.Context)
	SetTransform(handler TransformFunc) error
	SetWatchErrorHandler(handler WatchErrorHandler) error
	SetWatchErrorHandlerWithContext(handler WatchErrorHandlerWithContext) error
}

type Store interface{}

type TransformFunc func(interface{}) (interface{}, error)

type WatchErrorHandler func(r *Reflector, err error)

type WatchErrorHandlerWithContext func(ctx context.Context, r *Reflector, err error)

type Watcher interface {
	//curfew:must-release result until Stop
	Watch(options v1.ListOptions) (watch.Interface, error)
}

type WatcherWithContext interface {
	//curfew:waits ctx
	//curfew:must-release result until Stop
	WatchWithContext(ctx context.Context, options v1.ListOptions) (watch.Interface, error)
}
