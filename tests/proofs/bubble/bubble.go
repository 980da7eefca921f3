// Package bubble asks testing/synctest whether a function leaves goroutines behind.
package bubble

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
)

// LeavesGoroutines runs f in a bubble and reports whether goroutines that can never continue
// remain when it has returned: synctest panics then, and names the deadlock.
func LeavesGoroutines(t *testing.T, f func()) (leaves bool) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			if !strings.Contains(fmt.Sprint(r), "deadlock") {
				panic(r)
			}
			leaves = true
		}
	}()
	synctest.Test(t, func(*testing.T) { f() })
	return false
}
