// Close waits for the acknowledgement that the worker sends after the last line.
package cases

import "os"

type Spool struct {
	lines chan string
	ended chan error
	file  *os.File
}

func NewSpool(file *os.File) *Spool {
	s := &Spool{lines: make(chan string, 16), ended: make(chan error, 1), file: file}
	go s.drain()
	return s
}

func (s *Spool) drain() {
	var err error
	for line := range s.lines {
		_, err = s.file.WriteString(line)
	}
	s.ended <- err
}

func (s *Spool) Put(line string) { s.lines <- line }

func (s *Spool) Close() error {
	close(s.lines)
	return <-s.ended
}
