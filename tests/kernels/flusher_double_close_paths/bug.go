// A flusher's writer closes the done channel on an error and its deferred close comes again.
// fails: panic
// rule: unsafe-close
// in: write
package main

import (
	"errors"
	"fmt"
)

type flusher struct {
	done chan struct{}
	err  error
	out  []string
}

func (f *flusher) put(s string) error {
	if s == "" {
		return errors.New("empty line")
	}
	f.out = append(f.out, s)
	return nil
}

func (f *flusher) write(lines []string) {
	defer close(f.done)
	for _, l := range lines {
		if err := f.put(l); err != nil {
			f.err = err
			close(f.done)
			return
		}
	}
}

func flush(lines []string) error {
	f := &flusher{done: make(chan struct{})}
	go f.write(lines)
	<-f.done
	return f.err
}

func main() {
	fmt.Println(flush([]string{"a", "b"}))
	for i := 0; i < 100; i++ {
		_ = flush([]string{"a", "", "b"})
	}
}
