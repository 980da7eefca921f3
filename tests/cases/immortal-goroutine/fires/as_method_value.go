// start is called: the goroutine is a method of a local value, and its ticker outlives both.
package cases

import "time"

type heart struct{ every time.Duration }

func (h heart) beat() {
	t := time.NewTicker(h.every)
	for range t.C {
		ping()
	}
}

func startBeating() {
	h := heart{every: time.Second}
	body := h.beat
	go body() // want immortal-goroutine "beat"
}

func ping() {}
