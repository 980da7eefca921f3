// Any instance of NewSlot is called: the generic type's loop has no exit, whatever T is.
package cases

type Slot[T any] struct {
	set chan T
	get chan T
}

func NewSlot[T any](first T) *Slot[T] {
	s := &Slot[T]{set: make(chan T), get: make(chan T)}
	go s.hold(first) // want unclosable-constructor "NewSlot"
	return s
}

func (s *Slot[T]) hold(v T) {
	for {
		select {
		case v = <-s.set:
		case s.get <- v:
		}
	}
}

func (s *Slot[T]) Set(v T) { s.set <- v }
func (s *Slot[T]) Get() T  { return <-s.get }
