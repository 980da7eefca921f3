// Close closes the queue: the worker goes on until it is empty.
package cases

import "os"

type Logger struct {
	in   chan string
	file *os.File
	done chan struct{}
}

func NewLogger(file *os.File) *Logger {
	l := &Logger{in: make(chan string, 64), file: file, done: make(chan struct{})}
	go l.run()
	return l
}

func (l *Logger) run() {
	defer close(l.done)
	for msg := range l.in {
		l.file.WriteString(msg)
	}
}

func (l *Logger) Submit(msg string) { l.in <- msg }

func (l *Logger) Close() {
	close(l.in)
	<-l.done
}
