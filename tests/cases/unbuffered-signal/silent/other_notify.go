// A Notify of another kind.
package cases

type bell struct{ rings chan int }

func (b *bell) Notify(c chan int, n int) { b.rings = c }

func ring(b *bell) int {
	c := make(chan int)
	b.Notify(c, 1)
	return <-c
}
