// Two nodes hand a shard over: the taker announces that it is ready first.
package cases

import (
	"fmt"
	"sync"
)

type transfer struct {
	ready chan struct{}
	data  chan []byte
}

func (t *transfer) giver(payload []byte) {
	<-t.ready
	t.data <- payload
}

func (t *transfer) taker() int {
	t.ready <- struct{}{}
	p := <-t.data
	return len(p)
}

func handover(payload []byte) int {
	t := &transfer{ready: make(chan struct{}), data: make(chan []byte)}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		t.giver(payload)
	}()
	n := t.taker()
	wg.Wait()
	return n
}

func use() {
	fmt.Println(handover([]byte("shard")))
}
