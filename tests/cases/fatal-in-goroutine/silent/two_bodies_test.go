// Only one of the two bodies that may be started calls Fatal; which one runs is not known.
package cases

import "testing"

func TestEither(t *testing.T) {
	done := make(chan bool)
	run := func() { defer close(done); t.Error("no") }
	if testing.Short() {
		run = func() { defer close(done); t.Fatal("no") }
	}
	go run()
	<-done
}
