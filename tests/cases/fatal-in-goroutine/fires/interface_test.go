// Run time: testing.TB stands for a test as well as for a benchmark.
package cases

import "testing"

func check(tb testing.TB, done chan<- bool) {
	defer close(done)
	tb.SkipNow()
}

func BenchmarkX(b *testing.B) {
	done := make(chan bool)
	go check(b, done) // want fatal-in-goroutine "this goroutine calls tb.SkipNow"
	<-done
}
