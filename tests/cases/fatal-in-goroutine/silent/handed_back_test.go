// The error goes to the test, which ends itself.
package cases

import "testing"

func TestReceive(t *testing.T) {
	failed := make(chan error, 1)
	go func() { failed <- receive() }()
	if err := <-failed; err != nil {
		t.Fatal(err)
	}
}

func receive() error { return nil }
