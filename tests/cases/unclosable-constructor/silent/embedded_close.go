// The stop is promoted from the embedded part, which owns the quit channel.
package cases

type lifetime struct {
	quit chan struct{}
	done chan struct{}
}

func (l *lifetime) Close() {
	close(l.quit)
	<-l.done
}

type Relay struct {
	lifetime
	in, out chan int
}

func NewRelay() *Relay {
	r := &Relay{lifetime: lifetime{make(chan struct{}), make(chan struct{})}, in: make(chan int), out: make(chan int, 1)}
	go r.relay()
	return r
}

func (r *Relay) relay() {
	defer close(r.done)
	for {
		select {
		case v := <-r.in:
			select {
			case r.out <- v:
			case <-r.quit:
				return
			}
		case <-r.quit:
			return
		}
	}
}
