//curfew:models 0

// A weighted semaphore is a bound that several goroutines share, not a lock that one of them
// owns.
package semaphore

import (
	"context"
)

func NewWeighted(n int64) *Weighted

type Weighted struct{}

//curfew:waits ctx
func (s *Weighted) Acquire(ctx context.Context, n int64) error

//curfew:releases
func (s *Weighted) Release(n int64)

func (s *Weighted) TryAcquire(n int64) bool
