// A registry's snapshot reads under the read lock through a method that takes the read lock again; a writer that comes between blocks both.
// fails: deadlock
// rule: double-lock
// in: snapshot weight
package main

import (
	"fmt"
	"sync"
	"time"
)

type endpoint struct {
	addr   string
	weight int
}

type registry struct {
	sync.RWMutex
	byName map[string]endpoint
}

func (r *registry) set(name string, e endpoint) {
	r.Lock()
	defer r.Unlock()
	r.byName[name] = e
}

func (r *registry) weight(name string) int {
	r.RLock()
	defer r.RUnlock()
	return r.byName[name].weight
}

func (r *registry) snapshot() map[string]int {
	r.RLock()
	defer r.RUnlock()
	out := make(map[string]int, len(r.byName))
	for name := range r.byName {
		time.Sleep(20 * time.Millisecond)
		out[name] = r.weight(name)
	}
	return out
}

func main() {
	r := &registry{byName: map[string]endpoint{"a": {"10.0.0.1", 1}, "b": {"10.0.0.2", 2}}}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		fmt.Println(len(r.snapshot()))
	}()
	time.Sleep(5 * time.Millisecond)
	r.set("c", endpoint{"10.0.0.3", 3})
	wg.Wait()
	fmt.Println(r.weight("c"))
}
