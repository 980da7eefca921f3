// On one goroutine the question is answered truly.
package cases

type fuse struct{ blown chan struct{} }

func (f *fuse) blow() {
	select {
	case <-f.blown:
	default:
		close(f.blown)
	}
}

func trip() {
	f := &fuse{blown: make(chan struct{})}
	f.blow()
	f.blow()
	<-f.blown
}
