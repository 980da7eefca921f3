// curfew: --go 1.21
// The subtest is over before the next round.
package cases

import "testing"

func TestAll(t *testing.T) {
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			if name == "" {
				t.Error("no name")
			}
		})
	}
}
