// A member list counts each goroutine before it starts it.
package main

import (
	"fmt"
	"sync"
	"time"
)

type members struct {
	names []string
	wg    sync.WaitGroup
	alive int
}

func (m *members) ping(name string) {
	defer m.wg.Done()
	time.Sleep(time.Millisecond)
	m.alive = len(name)
}

func (m *members) sweep() int {
	for _, n := range m.names {
		m.wg.Add(1)
		go m.ping(n)
	}
	m.wg.Wait()
	return m.alive
}

func main() {
	m := &members{names: []string{"a"}}
	fmt.Println(m.sweep())
	time.Sleep(5 * time.Millisecond)
}
