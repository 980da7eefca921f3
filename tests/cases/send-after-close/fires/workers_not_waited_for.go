// The closer does not wait for the workers: the results of the slow ones meet a closed channel.
package cases

import "time"

func squares(in []int) int {
	out := make(chan int)
	for _, v := range in {
		go func() {
			out <- v * v // want send-after-close[warning] "may be closed by"
		}()
	}
	go func() {
		time.Sleep(time.Second)
		close(out)
	}()
	sum := 0
	for v := range out {
		sum += v
	}
	return sum
}
