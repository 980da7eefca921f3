// Run time: the literal is kept in a variable before it is started.
package cases

import "testing"

func TestVariable(t *testing.T) {
	done := make(chan bool)
	run := func() {
		defer close(done)
		t.Fatal("no")
	}
	go run() // want fatal-in-goroutine "this goroutine calls t.Fatal"
	<-done
}
