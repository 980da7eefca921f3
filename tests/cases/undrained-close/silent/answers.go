// Each request carries the channel of its answer: its sender learns that none comes.
package cases

import (
	"context"
	"os"
)

type request struct {
	line   string
	answer chan error
}

type Writer struct {
	requests chan request
	file     *os.File
	cancel   context.CancelFunc
	done     chan struct{}
}

func NewWriter(file *os.File) *Writer {
	ctx, cancel := context.WithCancel(context.Background())
	w := &Writer{requests: make(chan request, 8), file: file, cancel: cancel, done: make(chan struct{})}
	go w.run(ctx)
	return w
}

func (w *Writer) run(ctx context.Context) {
	defer close(w.done)
	for {
		select {
		case r := <-w.requests:
			_, err := w.file.WriteString(r.line)
			r.answer <- err
		case <-ctx.Done():
			return
		}
	}
}

func (w *Writer) Write(line string) error {
	r := request{line, make(chan error, 1)}
	w.requests <- r
	select {
	case err := <-r.answer:
		return err
	case <-w.done:
		return os.ErrClosed
	}
}

func (w *Writer) Close() {
	w.cancel()
	<-w.done
}
