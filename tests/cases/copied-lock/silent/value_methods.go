// Lock and Unlock are methods of the value: it is made to be copied.
package cases

type token struct{ c chan struct{} }

func (t token) Lock()   { t.c <- struct{}{} }
func (t token) Unlock() { <-t.c }

func with(t token, f func()) {
	t.Lock()
	defer t.Unlock()
	f()
}
