// Each round has a channel of its own.
package cases

func rounds(n int) {
	var last chan int
	for i := range n {
		c := make(chan int, 1)
		c <- i
		close(c)
		last = c
	}
	<-last
}
