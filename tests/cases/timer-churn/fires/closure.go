// curfew: --go 1.22
// Run time: the select with the timer lies in a literal that the loop calls for each element.
package cases

import "time"

func sendAll(items []string, out chan<- string) int {
	lost := 0
	send := func(item string) {
		select {
		case out <- item:
		case <-time.After(10 * time.Second): // want timer-churn "After"
			lost++
		}
	}
	for _, item := range items {
		send(item)
	}
	return lost
}
