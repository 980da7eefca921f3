// curfew: --level advice
// Run time: a second deliver finds the one slot taken and waits with the lock; nothing here shows that there is none.
package cases

import "sync"

type answer struct {
	mu   sync.Mutex
	from string
	out  chan string
}

func newAnswer() *answer {
	return &answer{out: make(chan string, 1)}
}

func (a *answer) deliver(from, text string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.from = from
	a.out <- text // want lock-across-wait[advice] "mu"
}

func (a *answer) sender() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.from
}

func ask(send func(*answer)) (string, string) {
	a := newAnswer()
	send(a)
	text := <-a.out
	return a.sender(), text
}

func askBoth() (string, string) {
	return ask(func(a *answer) { a.deliver("both", "yes") })
}
