//curfew:models 0

// Written from v5.0.3.
package backoff

import (
	"context"
	"time"
)

func NewConstantBackOff(d time.Duration) *ConstantBackOff

func NewExponentialBackOff() *ExponentialBackOff

//curfew:starts until Stop
//curfew:must-release result until Stop
func NewTicker(b BackOff) *Ticker

func Permanent(err error) error

//curfew:runs operation
//curfew:waits ctx
func Retry[T any](ctx context.Context, operation Operation[T], opts ...RetryOption) (T, error)

func WithBackOff(b BackOff) RetryOption

func WithMaxElapsedTime(d time.Duration) RetryOption

func WithMaxTries(n uint) RetryOption

func WithNotify(n Notify) RetryOption

type BackOff interface {
	NextBackOff() time.Duration
	Reset()
}

type ConstantBackOff struct{}

type ExponentialBackOff struct{}

type Notify func(error, time.Duration)

type Operation[T any] func() (T, error)

type RetryOption func(*retryOptions)

type Ticker struct {
	C <-chan time.Time
}

//curfew:releases
func (t *Ticker) Stop()

type retryOptions struct{}
