// curfew: --level advice
// Run time: the test runs into the time limit.
package cases

import "testing"

func TestHold(t *testing.T) {
	t.Log("holding")
	select {} // want empty-select[advice] "TestHold blocks for ever"
}
