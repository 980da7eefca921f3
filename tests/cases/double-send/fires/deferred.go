// Run time: the deferred send comes after the one in the body.
package cases

func run(job func()) {
	done := make(chan struct{})
	go func() {
		defer func() {
			done <- struct{}{}
		}()
		job()
		done <- struct{}{} // want double-send[error] "done"
	}()
	<-done
}
