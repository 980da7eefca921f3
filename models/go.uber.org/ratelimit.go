//curfew:models 0

// Take sleeps until its turn comes, and hears of no context. Written from v0.3.1.
package ratelimit

import (
	"time"
)

var WithoutSlack Option

func New(rate int, opts ...Option) Limiter

func NewUnlimited() Limiter

func Per(per time.Duration) Option

func WithSlack(slack int) Option

type Limiter interface {
	//curfew:blocks cond
	Take() time.Time
}

type Option interface{}
