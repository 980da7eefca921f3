// The test returns: the closure ranges over a channel that the test sends to but does not close.
package cases

import "testing"

func TestConsume(t *testing.T) {
	words := make(chan string)
	last := ""
	consume := func() {
		for w := range words {
			last = w
		}
	}
	go consume() // want test-outlived "onsume"
	words <- "one"
	words <- "two"
	_ = last
}
