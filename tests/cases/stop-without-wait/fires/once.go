// Close runs under a Once and closes the channel there; the writer has a line to write still.
package cases

import (
	"os"
	"sync"
	"time"
)

type Journal struct {
	file *os.File
	once sync.Once
	quit chan struct{}
}

func NewJournal(file *os.File) *Journal {
	j := &Journal{file: file, quit: make(chan struct{})}
	go j.loop()
	return j
}

func (j *Journal) loop() {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-j.quit:
			return
		case <-tick.C:
			j.file.WriteString("tick\n")
		}
	}
}

func (j *Journal) Close() {
	j.once.Do(func() {
		close(j.quit) // want stop-without-wait "Journal.Close"
	})
}
