// Run time: the process ends before what was deferred could close a second time.
package cases

import "os"

type spool struct {
	in chan string
}

func (s *spool) drain() {
	close(s.in)
}

func spoolAll(names []string) {
	s := &spool{in: make(chan string, 1)}
	defer s.drain()
	for _, name := range names {
		if name == "" {
			s.drain()
			os.Exit(3)
		}
	}
}
