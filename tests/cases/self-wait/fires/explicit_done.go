// Done is called at the end without defer, which is after the wait all the same.
package cases

import "sync"

func Pipeline(stages []func()) {
	wg := new(sync.WaitGroup)
	wg.Add(len(stages))
	for _, stage := range stages {
		go func() {
			stage()
			wg.Wait() // want self-wait "wg.Wait"
			wg.Done()
		}()
	}
}
