//curfew:models 0

// A queue with delays keeps a goroutine until it is shut down. Written from v0.37.1.
package workqueue

import (
	"context"
	"time"
)

func DefaultControllerRateLimiter() RateLimiter

func DefaultTypedControllerRateLimiter[T comparable]() TypedRateLimiter[T]

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func New() *Type

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewDelayingQueue() DelayingInterface

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewNamed(name string) *Type

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewNamedDelayingQueue(name string) DelayingInterface

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewNamedRateLimitingQueue(rateLimiter RateLimiter, name string) RateLimitingInterface

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewRateLimitingQueue(rateLimiter RateLimiter) RateLimitingInterface

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewRateLimitingQueueWithConfig(rateLimiter RateLimiter, config RateLimitingQueueConfig) RateLimitingInterface

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewTypedDelayingQueueWithConfig[T comparable](config TypedDelayingQueueConfig[T]) TypedDelayingInterface[T]

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewTypedDelayingQueue[T comparable]() TypedDelayingInterface[T]

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewTypedRateLimitingQueueWithConfig[T comparable](rateLimiter TypedRateLimiter[T], config TypedRateLimitingQueueConfig[T]) TypedRateLimitingInterface[T]

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewTypedRateLimitingQueue[T comparable](rateLimiter TypedRateLimiter[T]) TypedRateLimitingInterface[T]

//curfew:starts until ShutDown ShutDownWithDrain
//curfew:must-release result until ShutDown ShutDownWithDrain
func NewTyped[T comparable]() *Typed[T]

//curfew:waits ctx
//curfew:runs doWorkPiece joined
func ParallelizeUntil(ctx context.Context, workers int, pieces int, doWorkPiece DoWorkPieceFunc, opts ...Options)

type DelayingInterface interface {
	Add(item any)
	AddAfter(item any, duration time.Duration)
	Done(item any)
	//curfew:blocks cond until ShutDown ShutDownWithDrain
	Get() (item any, shutdown bool)
	Len() int
	//curfew:releases
	ShutDown()
	//curfew:blocks cond until ShutDown
	//curfew:releases
	ShutDownWithDrain()
	ShuttingDown() bool
}

type DoWorkPieceFunc func(piece int)

type Interface interface {
	Add(item any)
	Done(item any)
	//curfew:blocks cond until ShutDown ShutDownWithDrain
	Get() (item any, shutdown bool)
	Len() int
	//curfew:releases
	ShutDown()
	//curfew:blocks cond until ShutDown
	//curfew:releases
	ShutDownWithDrain()
	ShuttingDown() bool
}

type Options func(*options)

type RateLimiter interface {
	Forget(item any)
	NumRequeues(item any) int
	When(item any) time.Duration
}

type RateLimitingInterface interface {
	Add(item any)
	AddAfter(item any, duration time.Duration)
	AddRateLimited(item any)
	Done(item any)
	Forget(item any)
	//curfew:blocks cond until ShutDown ShutDownWithDrain
	Get() (item any, shutdown bool)
	Len() int
	NumRequeues(item any) int
	//curfew:releases
	ShutDown()
	//curfew:blocks cond until ShutDown
	//curfew:releases
	ShutDownWithDrain()
	ShuttingDown() bool
}

type RateLimitingQueueConfig = TypedRateLimitingQueueConfig[any]

type Type = Typed[any]

type Typed[t comparable] struct{}

func (q *Typed[T]) Add(item T)

func (q *Typed[T]) Done(item T)

//curfew:blocks cond until ShutDown ShutDownWithDrain
func (q *Typed[T]) Get() (item T, shutdown bool)

func (q *Typed[T]) Len() int

//curfew:releases
func (q *Typed[T]) ShutDown()

//curfew:blocks cond until ShutDown
//curfew:releases
func (q *Typed[T]) ShutDownWithDrain()

type TypedDelayingInterface[T comparable] interface {
	Add(item T)
	AddAfter(item T, duration time.Duration)
	Done(item T)
	//curfew:blocks cond until ShutDown ShutDownWithDrain
	Get() (item T, shutdown bool)
	Len() int
	//curfew:releases
	ShutDown()
	//curfew:blocks cond until ShutDown
	//curfew:releases
	ShutDownWithDrain()
	ShuttingDown() bool
}

type TypedDelayingQueueConfig[T comparable] struct{}

type TypedInterface[T comparable] interface {
	Add(item T)
	Done(item T)
	//curfew:blocks cond until ShutDown ShutDownWithDrain
	Get() (item T, shutdown bool)
	Len() int
	//curfew:releases
	ShutDown()
	//curfew:blocks cond until ShutDown
	//curfew:releases
	ShutDownWithDrain()
	ShuttingDown() bool
}

type TypedRateLimiter[T comparable] interface {
	Forget(item T)
	NumRequeues(item T) int
	When(item T) time.Duration
}

type TypedRateLimitingInterface[T comparable] interface {
	Add(item T)
	AddAfter(item T, duration time.Duration)
	AddRateLimited(item T)
	Done(item T)
	Forget(item T)
	//curfew:blocks cond until ShutDown ShutDownWithDrain
	Get() (item T, shutdown bool)
	Len() int
	NumRequeues(item T) int
	//curfew:releases
	ShutDown()
	//curfew:blocks cond until ShutDown
	//curfew:releases
	ShutDownWithDrain()
	ShuttingDown() bool
}

type TypedRateLimitingQueueConfig[T comparable] struct{}

type options struct{}
