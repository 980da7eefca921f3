//curfew:models 0

// Written from v0.37.1.
package retry

import (
	"k8s.io/apimachinery/pkg/util/wait"
)

var DefaultRetry wait.Backoff

var DefaultBackoff wait.Backoff

// Sleeps between the tries, for a bounded time.
//
//curfew:runs fn
func OnError(backoff wait.Backoff, retriable func(error) bool, fn func() error) error

// Sleeps between the tries, for a bounded time.
//
//curfew:runs fn
func RetryOnConflict(backoff wait.Backoff, fn func() error) error
