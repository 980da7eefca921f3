// Run time: the function that go starts ends itself with Fatalf, two calls down.
package cases

import "testing"

func TestServe(t *testing.T) {
	done := make(chan struct{})
	go serve(t, done) // want fatal-in-goroutine "this goroutine calls t.Fatalf"
	<-done
}

func serve(t *testing.T, done chan struct{}) {
	defer close(done)
	step(t)
}

func step(t *testing.T) { t.Fatalf("no") }
