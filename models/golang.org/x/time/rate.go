//curfew:models 0

// Written from v0.16.0.
package rate

import (
	"context"
	"time"
)

func Every(interval time.Duration) Limit

func NewLimiter(r Limit, b int) *Limiter

type Limit float64

type Limiter struct{}

func (lim *Limiter) Allow() bool

func (lim *Limiter) AllowN(t time.Time, n int) bool

func (lim *Limiter) Burst() int

func (lim *Limiter) Limit() Limit

func (lim *Limiter) Reserve() *Reservation

func (lim *Limiter) ReserveN(t time.Time, n int) *Reservation

func (lim *Limiter) SetBurst(newBurst int)

func (lim *Limiter) SetLimit(newLimit Limit)

//curfew:waits ctx
func (lim *Limiter) Wait(ctx context.Context) (err error)

//curfew:waits ctx
func (lim *Limiter) WaitN(ctx context.Context, n int) (err error)

type Reservation struct{}

func (r *Reservation) Cancel()

func (r *Reservation) Delay() time.Duration

func (r *Reservation) OK() bool

type Sometimes struct {
	First    int
	Every    int
	Interval time.Duration
}

//curfew:runs f
func (s *Sometimes) Do(f func())
