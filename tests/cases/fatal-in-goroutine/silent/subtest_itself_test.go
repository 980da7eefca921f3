// curfew: --level advice
// The subtest ends itself.
package cases

import "testing"

func TestInner(t *testing.T) {
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			if work() != nil {
				t.Fatal(name)
			}
		})
	}
}

func work() error { return nil }
