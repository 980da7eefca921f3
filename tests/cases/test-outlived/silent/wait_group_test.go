// curfew: --level advice
// The test closes the channel and waits for the reader.
package cases

import (
	"sync"
	"testing"
)

func TestSum(t *testing.T) {
	in := make(chan int)
	sum := 0
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for v := range in {
			sum += v
		}
	}()
	in <- 1
	in <- 2
	close(in)
	wg.Wait()
	if sum != 3 {
		t.Errorf("sum is %d", sum)
	}
}
