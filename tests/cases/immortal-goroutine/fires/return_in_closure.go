// collect is called: the only return inside the loop belongs to the inner function and ends nothing else.
package cases

import "time"

func collectMetrics(read func() (int, error)) {
	sum := 0
	go func() { // want immortal-goroutine "collectMetrics"
		for {
			func() {
				n, err := read()
				if err != nil {
					return
				}
				sum += n
			}()
			time.Sleep(time.Second)
		}
	}()
}
