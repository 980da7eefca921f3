// The worker hands the items to an interface, which one type has: it writes to a file.
package cases

import (
	"context"
	"os"
)

type sink interface{ put(string) }

type fileSink struct{ f *os.File }

func (s *fileSink) put(line string) { s.f.WriteString(line) }

type Tee struct {
	lines  chan string
	sink   sink
	cancel context.CancelFunc
	done   chan struct{}
}

func NewTee(f *os.File) *Tee {
	ctx, cancel := context.WithCancel(context.Background())
	t := &Tee{lines: make(chan string, 16), sink: &fileSink{f}, cancel: cancel, done: make(chan struct{})}
	go t.run(ctx)
	return t
}

func (t *Tee) run(ctx context.Context) {
	defer close(t.done)
	for {
		select {
		case <-ctx.Done():
			return
		case line := <-t.lines:
			t.sink.put(line)
		}
	}
}

func (t *Tee) Write(line string) { t.lines <- line }

func (t *Tee) Close() {
	t.cancel() // want undrained-close "t.lines"
	<-t.done
}
