// curfew: --go 1.21
// Run time: the subtests go on when the loop is over, and all test the last case.
package cases

import "testing"

func TestAll(t *testing.T) {
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if name == "" { // want captured-loop-variable "a parallel subtest reads it"
				t.Error("no name")
			}
		})
	}
}
