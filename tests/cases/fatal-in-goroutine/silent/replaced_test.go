// What is started is the last assigned: it calls Error.
package cases

import "testing"

func TestReplaced(t *testing.T) {
	done := make(chan bool)
	run := func() { t.Fatal("no") }
	run = func() { defer close(done); t.Error("no") }
	go run()
	<-done
}
