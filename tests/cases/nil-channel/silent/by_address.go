// Run time: the channel is made through its address.
package cases

func make1(c *chan int) { *c = make(chan int, 1) }

func Answer() int {
	var answer chan int
	make1(&answer)
	answer <- 42
	return <-answer
}
