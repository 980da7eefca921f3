// A function gives back a new value.
package cases

import "sync"

type state struct {
	mu sync.Mutex
	n  int
}

func fresh() (s state) { return }

func use() *state {
	s := fresh()
	return &s
}
