// Run time: an event of another kind raises the count and starts nothing.
package cases

import "sync"

type event struct{ kind int }

func handleA(wg *sync.WaitGroup) { defer wg.Done() }
func handleB(wg *sync.WaitGroup) { defer wg.Done() }

func Dispatch(events []event) {
	wg := new(sync.WaitGroup)
	for _, e := range events {
		wg.Add(1) // want waitgroup-mismatch "is not started on every path"
		switch e.kind {
		case 1:
			go handleA(wg)
		case 2:
			go handleB(wg)
		}
	}
	wg.Wait()
}
