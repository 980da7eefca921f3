// A table scan hands its rows over a channel and listens for the caller's end.
package main

import (
	"fmt"
	"time"
)

type row struct {
	id   int
	body string
}

type tablet struct {
	name string
	data []row
}

func (t *tablet) rows(quit <-chan struct{}) <-chan row {
	out := make(chan row)
	go func() {
		defer close(out)
		for _, r := range t.data {
			select {
			case out <- r:
			case <-quit:
				return
			}
		}
	}()
	return out
}

func verify(t *tablet) error {
	quit := make(chan struct{})
	defer close(quit)
	for r := range t.rows(quit) {
		if r.body == "" {
			return fmt.Errorf("%s: row %d is empty", t.name, r.id)
		}
	}
	return nil
}

func main() {
	t := &tablet{name: "t1", data: []row{{1, "x"}, {2, ""}, {3, "y"}, {4, "z"}}}
	fmt.Println(verify(t))
	time.Sleep(10 * time.Millisecond)
}
