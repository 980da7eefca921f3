// Run time: the channel is declared and never made, so the goroutine that sends waits for ever.
package cases

func Sum(items []int) int {
	var results chan int
	sum := 0
	for _, item := range items {
		sum += item
	}
	if sum > 100 {
		results <- sum // want nil-channel[error] "results is nil here, and a send to it waits for ever"
	}
	return sum
}
