// A goroutine's end is its owner's matter.
package main

func main() {
	done := make(chan struct{})
	//curfew:detached for the life of the process
	go hold()
	close(done)
	<-done
}

func hold() { select {} }
