// Submit sends in a helper and gives up when its context ends: what it did send is accepted.
package cases

import (
	"context"
	"os"
)

type Logger struct {
	in     chan string
	file   *os.File
	cancel context.CancelFunc
	done   chan struct{}
}

func NewLogger(file *os.File) *Logger {
	ctx, cancel := context.WithCancel(context.Background())
	l := &Logger{in: make(chan string, 64), file: file, cancel: cancel, done: make(chan struct{})}
	go l.run(ctx)
	return l
}

func (l *Logger) run(ctx context.Context) {
	defer close(l.done)
	for {
		select {
		case msg := <-l.in:
			l.file.WriteString(msg)
		case <-ctx.Done():
			return
		}
	}
}

func (l *Logger) Submit(ctx context.Context, msg string) error { return l.put(ctx, msg) }

func (l *Logger) put(ctx context.Context, msg string) error {
	select {
	case l.in <- msg:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (l *Logger) Close() {
	l.cancel() // want undrained-close "Logger.put"
	<-l.done
}
