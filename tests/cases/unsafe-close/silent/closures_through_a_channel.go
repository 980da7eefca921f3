// Each closure that comes by the channel closes a variable of its own.
package cases

func serve(calls chan func()) {
	for f := range calls {
		f()
	}
}

func do(calls chan func(), f func()) {
	done := make(chan struct{})
	calls <- func() {
		defer close(done)
		f()
	}
	<-done
}

func start(f func()) {
	calls := make(chan func())
	go serve(calls)
	do(calls, f)
	do(calls, f)
	close(calls)
}
