// Run time: three goroutines send, two values are received and there is no slot for the third.
package cases

func quorum(ask func(int) bool) bool {
	votes := make(chan bool) // want undersized-channel[error] "votes has no slot, and 3 goroutines"
	go func() { votes <- ask(1) }()
	go func() { votes <- ask(2) }()
	go func() { votes <- ask(3) }()
	return <-votes && <-votes
}
