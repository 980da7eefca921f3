// Close stops the goroutine of the log and waits for it.
package cases

import (
	"os"
	"sync"
)

type log struct {
	lines chan string
	quit  chan struct{}
	file  *os.File
	wg    sync.WaitGroup
}

func newLog(file *os.File) *log {
	l := &log{lines: make(chan string), quit: make(chan struct{}), file: file}
	l.wg.Add(1)
	//curfew:detached a log writes until the process ends // want unused-detached "no rule has anything to say"
	go l.run()
	return l
}

func (l *log) run() {
	defer l.wg.Done()
	for {
		select {
		case <-l.quit:
			return
		case line := <-l.lines:
			_, _ = l.file.WriteString(line)
		}
	}
}

func (l *log) Close() {
	close(l.quit)
	l.wg.Wait()
}
