// Both goroutines can find the channel open before either closes it.
package cases

type fuse struct{ blown chan struct{} }

func (f *fuse) blow() {
	select {
	case <-f.blown:
	default:
		close(f.blown) // want unsafe-close[warning] "f.blow runs twice"
	}
}

func trip() {
	f := &fuse{blown: make(chan struct{})}
	go f.blow()
	go f.blow()
	<-f.blown
}
