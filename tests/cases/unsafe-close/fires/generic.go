// A generic type's method closes, and two goroutines call it.
package cases

type box[T any] struct{ items chan T }

func (b *box[T]) seal() {
	close(b.items) // want unsafe-close[warning] "closed twice"
}

func fill(a, c []int) int {
	b := &box[int]{items: make(chan int, len(a)+len(c))}
	go func() {
		for range a {
			println("a")
		}
		b.seal()
	}()
	go func() {
		for range c {
			println("c")
		}
		b.seal()
	}()
	sum := 0
	for v := range b.items {
		sum += v
	}
	return sum
}
