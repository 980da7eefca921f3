// The value keeps its channel and stops it when it is closed.
package cases

import (
	"os"
	"os/signal"
)

type trap struct {
	c chan os.Signal
}

func newTrap() *trap {
	t := &trap{c: make(chan os.Signal, 1)}
	signal.Notify(t.c, os.Interrupt)
	return t
}

func (t *trap) Close() { signal.Stop(t.c) }

func traps(n int, use func(<-chan os.Signal)) {
	for i := 0; i < n; i++ {
		t := newTrap()
		use(t.c)
		t.Close()
	}
}
