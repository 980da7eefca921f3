// A store embeds its guarded base and asks it for the size before it takes the promoted lock.
package main

import (
	"fmt"
	"sync"
)

type guarded struct {
	sync.Mutex
	rows map[string][]byte
}

func (g *guarded) size() int {
	g.Lock()
	defer g.Unlock()
	n := 0
	for _, row := range g.rows {
		n += len(row)
	}
	return n
}

type store struct {
	guarded
	quota int
}

func (s *store) replace(key string, row []byte) error {
	if s.size()+len(row) > s.quota {
		return fmt.Errorf("quota of %d bytes is used up", s.quota)
	}
	s.Lock()
	defer s.Unlock()
	s.rows[key] = row
	return nil
}

func main() {
	s := &store{guarded: guarded{rows: map[string][]byte{}}, quota: 100}
	fmt.Println(s.replace("a", make([]byte, 10)))
	fmt.Println(s.size())
}
