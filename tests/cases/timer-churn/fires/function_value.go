// curfew: --go 1.22
// Run time: After is called through a field, set to the real one by the constructor.
package cases

import (
	"context"
	"time"
)

type reader struct {
	after func(time.Duration) <-chan time.Time
	lines chan string
}

func newReader() *reader {
	return &reader{after: time.After, lines: make(chan string, 16)}
}

func (r *reader) run(ctx context.Context, handle func(string)) {
	for {
		select {
		case <-ctx.Done():
			return
		case line := <-r.lines:
			handle(line)
		case <-r.after(time.Hour): // want timer-churn "fter"
			return
		}
	}
}
