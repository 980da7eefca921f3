// Run time: both sides use the variable, and nobody has made the channel.
package cases

func Answer(ask func() int) int {
	var answer chan int
	go func() {
		answer <- ask() // want nil-channel "answer is nil here, and a send to it"
	}()
	return <-answer // want nil-channel "answer is nil here, and a receive from it"
}
