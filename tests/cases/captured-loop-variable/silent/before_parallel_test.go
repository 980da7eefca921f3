// curfew: --go 1.21
// The value is copied while the loop still waits.
package cases

import "testing"

func TestAll(t *testing.T) {
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			name := name
			t.Parallel()
			if name == "" {
				t.Error("no name")
			}
		})
	}
}
