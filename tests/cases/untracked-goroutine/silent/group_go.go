// WaitGroup.Go counts the goroutine, and Close waits for the group.
package cases

import (
	"os"
	"sync"
)

type Journal struct {
	file *os.File
	wg   sync.WaitGroup
}

func (j *Journal) Note(line string) {
	j.wg.Go(func() { j.file.WriteString(line) })
}

func (j *Journal) Close() error {
	j.wg.Wait()
	return j.file.Close()
}
