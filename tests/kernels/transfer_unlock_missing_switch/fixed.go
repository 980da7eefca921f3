// A state machine unlocks in every case.
package main

import (
	"fmt"
	"sync"
)

type state int

const (
	idle state = iota
	active
	broken
)

type machine struct {
	mu  sync.Mutex
	cur state
	log []string
}

func (m *machine) apply(cmd string) bool {
	m.mu.Lock()
	switch cmd {
	case "start":
		m.cur = active
	case "fail":
		m.cur = broken
	case "log":
		m.log = append(m.log, fmt.Sprint(m.cur))
	default:
		m.mu.Unlock()
		return false
	}
	m.mu.Unlock()
	return true
}

func main() {
	m := &machine{}
	for _, cmd := range []string{"start", "what", "log"} {
		fmt.Println(cmd, m.apply(cmd))
	}
}
