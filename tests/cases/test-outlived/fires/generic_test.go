// The test returns: the generic function that it starts relays for good.
package cases

import "testing"

func relay[T any](in <-chan T, out chan<- T) {
	for {
		out <- <-in
	}
}

func TestRelay(t *testing.T) {
	in, out := make(chan string), make(chan string)
	go relay(in, out) // want test-outlived "elay"
	in <- "word"
	if <-out != "word" {
		t.Error("lost a word")
	}
}
