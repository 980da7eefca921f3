// Run time: while it is paused the loop only looks at the flag, which nobody here changes.
package cases

type loop struct {
	paused bool
	tick   chan struct{}
}

func (l *loop) run(done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		default: // want spinning-select "default"
		}
		if !l.paused {
			<-l.tick
		}
	}
}
