// A counter family gives the read lock back before it asks for the write lock, and looks again under it.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type counter struct{ n atomic.Int64 }

type family struct {
	mu       sync.RWMutex
	children map[string]*counter
}

func (f *family) create(label string) *counter {
	f.mu.Lock()
	defer f.mu.Unlock()
	if c, ok := f.children[label]; ok {
		return c
	}
	c := new(counter)
	f.children[label] = c
	return c
}

func (f *family) with(label string) *counter {
	f.mu.RLock()
	c, ok := f.children[label]
	f.mu.RUnlock()
	if ok {
		return c
	}
	return f.create(label)
}

func main() {
	f := &family{children: map[string]*counter{}}
	f.with("get").n.Add(1)
	f.with("get").n.Add(1)
	fmt.Println(f.with("get").n.Load())
}
