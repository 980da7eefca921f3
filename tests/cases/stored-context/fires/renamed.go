// curfew: --level advice
// Run time: each transfer waits under the context that the mover was built with, which may be over by then.
package cases

import "context"

type parcel struct{ weight int }

type mover struct {
	life context.Context
}

func moverFor(life context.Context) *mover {
	return &mover{life: life}
}

func transfer(c context.Context, p parcel, dock chan<- parcel) error {
	select {
	case <-c.Done():
		return c.Err()
	case dock <- p:
		return nil
	}
}

func (m *mover) Move(p parcel, dock chan<- parcel) error {
	return transfer(m.life, p, dock) // want stored-context[advice] "life"
}
