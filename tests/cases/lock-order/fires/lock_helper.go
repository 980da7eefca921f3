// Run time: begin returns with the lock held, which its caller gives back with end.
package cases

import "sync"

type Journal struct {
	tx    sync.Mutex
	index sync.Mutex
	lines []string
}

func (j *Journal) begin() { j.tx.Lock() }
func (j *Journal) end()   { j.tx.Unlock() }

func (j *Journal) Append(line string) {
	j.begin()
	defer j.end()
	j.index.Lock()
	j.lines = append(j.lines, line)
	j.index.Unlock()
}

func (j *Journal) Compact() {
	j.index.Lock()
	defer j.index.Unlock()
	j.begin() // want lock-order "j.begin takes j.tx while j.index is held"
	j.lines = j.lines[:0]
	j.end()
}
