// curfew: --level advice
// Close drains what is queued, but a Submit during or after it panics, and so does a second Close.
package cases

type Logger struct {
	in   chan string
	done chan struct{}
}

func NewLogger() *Logger {
	l := &Logger{in: make(chan string, 8), done: make(chan struct{})}
	go l.run()
	return l
}

func (l *Logger) run() {
	for msg := range l.in {
		println(msg)
	}
	close(l.done)
}

func (l *Logger) Submit(msg string) {
	l.in <- msg // want send-after-close[advice] "Logger.Submit panics"
}

func (l *Logger) Close() error {
	close(l.in) // want unsafe-close[advice] "a second call of Logger.Close panics"
	<-l.done
	return nil
}
