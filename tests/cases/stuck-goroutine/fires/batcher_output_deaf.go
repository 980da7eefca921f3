// Run time: A batcher's worker listens for its stop only when it reads; its send blocks for good once the consumer has left.
package cases

import (
	"fmt"
	"time"
)

type batcher struct {
	in   chan int
	out  chan []int
	quit chan struct{}
	size int
}

func newBatcher(size int) *batcher {
	b := &batcher{in: make(chan int), out: make(chan []int), quit: make(chan struct{}), size: size}
	go b.loop()
	return b
}

func (b *batcher) loop() {
	var batch []int
	for {
		select {
		case v := <-b.in:
			batch = append(batch, v)
			if len(batch) == b.size {
				b.flush(batch)
				batch = nil
			}
		case <-b.quit:
			return
		}
	}
}

func (b *batcher) flush(batch []int) {
	b.out <- batch // want stuck-goroutine "nobody receives any more, and no slot is"
}

func (b *batcher) close() { close(b.quit) }

func use() {
	b := newBatcher(2)
	b.in <- 1
	b.in <- 2
	fmt.Println(len(<-b.out))
	b.in <- 3
	b.in <- 4
	b.close()
	time.Sleep(10 * time.Millisecond)
}
