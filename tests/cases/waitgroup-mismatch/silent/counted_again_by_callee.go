package a

import "sync"

type stream struct {
	monitors sync.WaitGroup
}

func (s *stream) startMonitor() { s.monitors.Add(1) }

func (s *stream) stop() { s.monitors.Wait() }

// The second Done is for what startMonitor has counted.
func monitor(s *stream, restored <-chan *stream) {
	defer s.monitors.Done()
	s = <-restored
	s.startMonitor()
	defer s.monitors.Done()
}

func Run(restored <-chan *stream) {
	s := &stream{}
	s.startMonitor()
	go monitor(s, restored)
	s.stop()
}
