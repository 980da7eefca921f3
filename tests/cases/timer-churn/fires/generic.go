// curfew: --go 1.22
// Run time: the loop is in a generic function, and values of any type keep it going.
package cases

import "time"

func merge[T any](a, b <-chan T, each func(T)) {
	for {
		select {
		case v := <-a:
			each(v)
		case v := <-b:
			each(v)
		case <-time.After(time.Minute): // want timer-churn "After"
			return
		}
	}
}

func mergeInts(a, b <-chan int, each func(int)) { merge(a, b, each) }
