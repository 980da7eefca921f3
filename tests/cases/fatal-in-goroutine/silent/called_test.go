// The literal is called, not started.
package cases

import "testing"

func TestCalled(t *testing.T) {
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(work())
	func() { must(work()) }()
}

func work() error { return nil }
