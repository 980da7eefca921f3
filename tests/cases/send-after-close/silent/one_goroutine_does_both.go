// The goroutine that closes is the one that sends, through the same exported method.
package cases

type Log struct{ lines chan string }

func NewLog() *Log { return &Log{lines: make(chan string, 8)} }

func (l *Log) Start(read func() (string, bool)) <-chan string {
	go func() {
		defer close(l.lines)
		for {
			line, ok := read()
			if !ok {
				return
			}
			l.Write(line)
		}
	}()
	return l.lines
}

func (l *Log) Write(line string) {
	l.lines <- line
}
