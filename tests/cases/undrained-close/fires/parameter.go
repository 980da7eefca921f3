// The worker is a function that is given the channel.
package cases

import (
	"context"
	"os"
)

type Logger struct {
	in     chan string
	cancel context.CancelFunc
	done   chan struct{}
}

func NewLogger(file *os.File) *Logger {
	ctx, cancel := context.WithCancel(context.Background())
	l := &Logger{in: make(chan string, 64), cancel: cancel, done: make(chan struct{})}
	go work(ctx, file, l.in, l.done)
	return l
}

func work(ctx context.Context, file *os.File, in <-chan string, done chan<- struct{}) {
	defer close(done)
	for {
		select {
		case msg := <-in:
			file.WriteString(msg)
		case <-ctx.Done():
			return
		}
	}
}

func (l *Logger) Submit(msg string) { l.in <- msg }

func (l *Logger) Close() {
	l.cancel() // want undrained-close[warning] "Logger.Close ends the worker while items may be left in l.in"
	<-l.done
}
