// A table scan hands its rows over a channel; the caller leaves the range at the first bad row and the scanner blocks in its next send.
// fails: leak
// rule: abandoned-sender
// in: rows verify
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

func (t *tablet) rows() <-chan row {
	out := make(chan row)
	go func() {
		defer close(out)
		for _, r := range t.data {
			out <- r
		}
	}()
	return out
}

func verify(t *tablet) error {
	for r := range t.rows() {
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
