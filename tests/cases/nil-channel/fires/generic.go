// Run time: the same for every instance.
package cases

type box[T any] struct {
	in  chan T
	out []T
}

func newBox[T any]() *box[T] { return &box[T]{out: make([]T, 0, 1)} }

func (b *box[T]) put(v T) {
	b.in <- v // want nil-channel "b.in is nil here"
}

func Put(s string) {
	b := newBox[string]()
	b.put(s)
}
