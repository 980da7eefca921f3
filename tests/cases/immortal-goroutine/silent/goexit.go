// The helper ends the goroutine from below with Goexit when its budget is used up.
package cases

import "runtime"

type budget struct{ left int }

func (b *budget) spend() {
	if b.left == 0 {
		runtime.Goexit()
	}
	b.left--
}

func burn(b *budget) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			b.spend()
		}
	}()
	return done
}
