// The function that is asked keeps count of what it was asked about: it ends the loop at the last.
package cases

func all(items []int, left int) (sum int) {
	out := make(chan int)
	go func() {
		for _, item := range items {
			out <- item
		}
	}()
	last := func(v int) bool {
		sum += v
		left--
		return left == 0
	}
	for {
		if v := <-out; last(v) {
			return sum
		}
	}
}
