// curfew: --go 1.22
// Run time: the channel of the new timer goes through a local variable into the select.
package cases

import "time"

func pump(in <-chan int, out chan<- int, dropped func(int)) {
	for v := range in {
		late := time.After(time.Second) // want timer-churn "After"
		select {
		case out <- v:
		case <-late:
			dropped(v)
		}
	}
}
