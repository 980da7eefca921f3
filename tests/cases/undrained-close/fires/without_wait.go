// Close neither drains nor waits: the worker may be in the middle of a line, too.
package cases

import (
	"context"
	"os"
)

type Logger struct {
	in     chan string
	file   *os.File
	cancel context.CancelFunc
}

func NewLogger(file *os.File) *Logger {
	ctx, cancel := context.WithCancel(context.Background())
	l := &Logger{in: make(chan string, 64), file: file, cancel: cancel}
	go l.run(ctx)
	return l
}

func (l *Logger) run(ctx context.Context) {
	for {
		select {
		case msg := <-l.in:
			l.file.WriteString(msg)
		case <-ctx.Done():
			return
		}
	}
}

func (l *Logger) Submit(msg string) { l.in <- msg }

func (l *Logger) Close() {
	l.cancel() // want undrained-close "l.in" stop-without-wait "Logger.Close"
}
