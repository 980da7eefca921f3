// The worker takes what is left before it leaves.
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
			for {
				select {
				case msg := <-l.in:
					l.file.WriteString(msg)
				default:
					return
				}
			}
		}
	}
}

func (l *Logger) Submit(msg string) { l.in <- msg }

func (l *Logger) Close() {
	l.cancel()
	<-l.done
}
