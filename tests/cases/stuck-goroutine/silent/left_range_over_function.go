package a

import (
	"errors"
	"strings"
	"sync"
)

type counts struct {
	mu sync.Mutex
	n  map[string]int
}

// A round that returns has given the lock back.
func (c *counts) add(subject string) error {
	c.mu.Lock()
	for word := range strings.SplitSeq(subject, ".") {
		if len(word) == 0 {
			c.mu.Unlock()
			return errors.New("an empty word")
		}
		c.n[word]++
	}
	c.mu.Unlock()
	return nil
}

func each(words []string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, w := range words {
			if !yield(w) {
				return
			}
		}
	}
}

func (c *counts) addAll(words []string) error {
	c.mu.Lock()
	for word := range each(words) {
		if len(word) == 0 {
			c.mu.Unlock()
			return errors.New("an empty word")
		}
		c.n[word]++
	}
	c.mu.Unlock()
	return nil
}

func Count() *counts {
	c := &counts{n: map[string]int{}}
	c.add("a.b")
	c.add("c.d")
	c.addAll([]string{"a"})
	c.addAll([]string{"b"})
	return c
}
