// A tick comes between the two stops: the recorder's goroutine appends to a file that is closed already.
package cases

import (
	"os"
	"time"
)

type recorder struct {
	file *os.File
	quit chan struct{}
	done chan struct{}
}

func newRecorder(file *os.File) *recorder {
	r := &recorder{file: file, quit: make(chan struct{}), done: make(chan struct{})}
	go r.run()
	return r
}

func (r *recorder) run() {
	defer close(r.done)
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			r.file.WriteString("tick\n")
		case <-r.quit:
			return
		}
	}
}

func (r *recorder) Stop() {
	close(r.quit)
	<-r.done
}

func record(path string, work func()) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	rec := newRecorder(file)
	defer rec.Stop()
	defer file.Close() // want misordered-shutdown[error] "file"
	work()
	return nil
}
