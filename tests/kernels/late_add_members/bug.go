// A member list's goroutines count themselves in: Wait can be over before the first Add.
// fails: race
// rule: late-add
// in: ping sweep
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
	m.wg.Add(1)
	defer m.wg.Done()
	time.Sleep(time.Millisecond)
	m.alive = len(name)
}

func (m *members) sweep() int {
	for _, n := range m.names {
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
