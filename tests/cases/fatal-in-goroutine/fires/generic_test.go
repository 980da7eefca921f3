// Run time: whatever P is, the goroutine ends itself and not the test.
package cases

import "testing"

func expect[P comparable](t *testing.T, done chan<- bool, got, want P) {
	defer close(done)
	if got != want {
		t.Fatal(got)
	}
}

func TestGeneric(t *testing.T) {
	done := make(chan bool)
	go expect(t, done, 1, 2) // want fatal-in-goroutine "this goroutine calls t.Fatal"
	<-done
}
