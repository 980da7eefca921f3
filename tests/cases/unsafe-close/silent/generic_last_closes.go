// The goroutine that counts down to zero seals the box; the others do not.
package cases

import "sync/atomic"

type box[T any] struct {
	items chan T
	left  atomic.Int32
}

func (b *box[T]) leave() {
	if b.left.Add(-1) == 0 {
		close(b.items)
	}
}

func fill(a, c []int) int {
	b := &box[int]{items: make(chan int, len(a)+len(c))}
	b.left.Store(2)
	go func() {
		for _, v := range a {
			b.items <- v
		}
		b.leave()
	}()
	go func() {
		for _, v := range c {
			b.items <- v
		}
		b.leave()
	}()
	sum := 0
	for v := range b.items {
		sum += v
	}
	return sum
}
