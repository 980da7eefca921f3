// The helper closes what it is given, and so does its caller.
package cases

func drain(c chan int) {
	for len(c) > 0 {
		<-c
	}
	close(c)
}

func finish() {
	c := make(chan int, 4)
	c <- 1
	drain(c)
	close(c) // want unsafe-close[error] "c is closed twice"
}
