//curfew:models 0

// A bubble ends when all goroutines started in it have ended.
package synctest

import (
	"testing"
	"time"
)

//curfew:since 1.27
func Sleep(d time.Duration)

//curfew:runs f test joined
//curfew:watches t
//curfew:since 1.25
func Test(t *testing.T, f func(*testing.T))

//curfew:since 1.25
func Wait()
