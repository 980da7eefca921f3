// curfew: --go 1.21
// The outer subtest returns only when its parallel ones have ended.
package cases

import "testing"

func TestAll(t *testing.T) {
	for _, name := range []string{"a", "b"} {
		t.Run("group", func(t *testing.T) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				if name == "" {
					t.Error("no name")
				}
			})
		})
	}
}
