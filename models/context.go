//curfew:models 0

// Contexts carry cancellation. A function that takes one as `ctx` is only said to wait under it
// where its documentation promises to return when the context ends.
package context

import (
	"time"
)

var (
	Canceled         error
	DeadlineExceeded error
)

// f runs on a goroutine of its own once ctx is done, unless the result is called before.
//
//curfew:spawns f delayed
//curfew:after ctx
//curfew:since 1.21
func AfterFunc(ctx Context, f func()) (stop func() bool)

//curfew:root
func Background() Context

//curfew:polls
//curfew:since 1.20
func Cause(c Context) error

//curfew:root todo
func TODO() Context

//curfew:derives parent
//curfew:must-call result.1
func WithCancel(parent Context) (ctx Context, cancel CancelFunc)

//curfew:derives parent
//curfew:must-call result.1
//curfew:since 1.20
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc)

//curfew:derives parent
//curfew:expires d
//curfew:must-call result.1
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc)

//curfew:derives parent
//curfew:expires d
//curfew:must-call result.1
//curfew:since 1.21
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc)

//curfew:derives parent
//curfew:expires timeout
//curfew:must-call result.1
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc)

//curfew:derives parent
//curfew:expires timeout
//curfew:must-call result.1
//curfew:since 1.21
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc)

//curfew:derives parent
func WithValue(parent Context, key, val any) Context

//curfew:detaches parent
//curfew:since 1.21
func WithoutCancel(parent Context) Context

//curfew:since 1.20
type CancelCauseFunc func(cause error)

type CancelFunc func()

type Context interface {
	Deadline() (deadline time.Time, ok bool)
	//curfew:done-channel
	Done() <-chan struct{}
	//curfew:polls
	Err() error
	Value(key any) any
}
