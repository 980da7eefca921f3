// Run time: nothing but the new goroutine is ended.
package cases

import "testing"

func TestDirect(t *testing.T) {
	go t.FailNow() // want fatal-in-goroutine "t.FailNow ends the goroutine that calls it"
}
