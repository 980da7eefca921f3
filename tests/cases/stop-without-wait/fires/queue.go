// Close is called while jobs are in the queue: the worker sees the end of it after the last one, and nobody sees the worker's.
package cases

import "os"

type Spool struct {
	lines chan string
	file  *os.File
}

func NewSpool(file *os.File) *Spool {
	s := &Spool{lines: make(chan string, 16), file: file}
	go s.drain()
	return s
}

func (s *Spool) drain() {
	for line := range s.lines {
		s.file.WriteString(line)
	}
}

func (s *Spool) Put(line string) { s.lines <- line }

func (s *Spool) Close() {
	close(s.lines) // want stop-without-wait "Spool.Close"
}
