// The helper is called on the test's goroutine only.
package cases

import "testing"

func must(t *testing.T, err error) {
	if err != nil {
		t.Fatal(err)
	}
}

func TestMust(t *testing.T) {
	done := make(chan error, 1)
	go func() { done <- work() }()
	must(t, <-done)
}

func work() error { return nil }
