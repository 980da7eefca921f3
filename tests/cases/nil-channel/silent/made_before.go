// Run time: the channel is made on every way to the send.
package cases

func Sum(items []int, size int) int {
	var results chan int
	if size > 0 {
		results = make(chan int, size)
	} else {
		results = make(chan int, 1)
	}
	results <- len(items)
	return <-results
}
