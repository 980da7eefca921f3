// The goroutine that sends is started under the lock but does not hold it; the caller can wait for it.
package cases

import "sync"

type index struct {
	mu      sync.Mutex
	words   map[string]int
	changed chan string
	sends   sync.WaitGroup
}

func (x *index) add(word string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.words[word]++
	x.sends.Add(1)
	go func() {
		defer x.sends.Done()
		x.changed <- word
	}()
}

func (x *index) flush() { x.sends.Wait() }
