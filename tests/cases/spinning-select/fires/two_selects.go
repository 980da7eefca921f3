// Run time: two questions instead of one do not make it wait.
package cases

func wait(done <-chan struct{}, jobs <-chan func()) {
	for {
		select {
		case <-done:
			return
		default: // want spinning-select "default"
		}
		select {
		case job := <-jobs:
			job()
		default: // want spinning-select "default"
		}
	}
}
