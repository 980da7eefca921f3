// The worker's select stands in a helper that its loop calls.
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
	l.loop(ctx)
}

func (l *Logger) loop(ctx context.Context) {
	for {
		select {
		case msg := <-l.in:
			l.write(msg)
		case <-ctx.Done():
			return
		}
	}
}

func (l *Logger) write(msg string) { l.file.WriteString(msg) }

func (l *Logger) Submit(msg string) { l.in <- msg }

func (l *Logger) Close() {
	l.cancel() // want undrained-close[warning] "Logger.Close ends the worker while items may be left in l.in"
	<-l.done
}
