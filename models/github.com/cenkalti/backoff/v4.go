//curfew:models 0

// A retry ends with the context that its back-off carries. Written from v4.3.0.
package backoff

import (
	"context"
	"time"
)

func NewConstantBackOff(d time.Duration) *ConstantBackOff

func NewExponentialBackOff(opts ...ExponentialBackOffOpts) *ExponentialBackOff

//curfew:starts until Stop
//curfew:must-release result until Stop
func NewTicker(b BackOff) *Ticker

func Permanent(err error) error

//curfew:runs o
//curfew:waits b
func Retry(o Operation, b BackOff) error

//curfew:runs operation
//curfew:waits b
func RetryNotify(operation Operation, b BackOff, notify Notify) error

//curfew:runs operation
//curfew:waits b
func RetryNotifyWithData[T any](operation OperationWithData[T], b BackOff, notify Notify) (T, error)

//curfew:runs o
//curfew:waits b
func RetryWithData[T any](o OperationWithData[T], b BackOff) (T, error)

//curfew:carries ctx
func WithContext(b BackOff, ctx context.Context) BackOffContext

//curfew:carries b
func WithMaxRetries(b BackOff, max uint64) BackOff

type BackOff interface {
	NextBackOff() time.Duration
	Reset()
}

type BackOffContext interface {
	Context() context.Context
	NextBackOff() time.Duration
	Reset()
}

type ConstantBackOff struct{}

type ExponentialBackOff struct{}

type ExponentialBackOffOpts func(*ExponentialBackOff)

type Notify func(error, time.Duration)

type Operation func() error

type OperationWithData[T any] func() (T, error)

type Ticker struct {
	C <-chan time.Time
}

//curfew:releases
func (t *Ticker) Stop()
