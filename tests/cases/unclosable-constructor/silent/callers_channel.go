// The input belongs to the caller: closing it ends the goroutine.
package cases

type Totals struct {
	sum  int
	done chan struct{}
}

func NewTotals(in <-chan int) *Totals {
	t := &Totals{done: make(chan struct{})}
	go func() {
		defer close(t.done)
		for v := range in {
			t.sum += v
		}
	}()
	return t
}

func (t *Totals) Sum() int {
	<-t.done
	return t.sum
}
