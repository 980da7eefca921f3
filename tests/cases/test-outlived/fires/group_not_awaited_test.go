// The test returns: the group counts the reader, but the test does not wait for it, nor is its channel closed.
package cases

import (
	"sync"
	"testing"
)

func TestReader(t *testing.T) {
	var readers sync.WaitGroup
	lines := make(chan string)
	readers.Go(func() { // want test-outlived "TestReader"
		for range lines {
		}
	})
	lines <- "first"
}
