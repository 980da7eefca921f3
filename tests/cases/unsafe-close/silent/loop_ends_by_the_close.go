// The iterator ends once it sees that the channel is closed.
package cases

type iterator struct{ interrupt chan struct{} }

func (i *iterator) next() bool {
	select {
	case <-i.interrupt:
		return false
	default:
		return true
	}
}

func abort() {
	c := make(chan struct{})
	i := &iterator{interrupt: c}
	for i.next() {
		close(c)
	}
}
