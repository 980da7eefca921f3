// The loop forgets what it closed.
package cases

func batches(in []int) {
	var out chan int
	for _, v := range in {
		if out == nil {
			out = make(chan int, 8)
		}
		out <- v
		if v == 0 && out != nil {
			close(out)
			out = nil
		}
	}
}
