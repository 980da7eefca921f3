// Run time: each round makes a channel of its own and leaves two of its three senders behind.
package cases

func watch(rounds []string, ask func(string, int) int) (last int) {
	for _, round := range rounds {
		answers := make(chan int) // want undersized-channel[error] "watch goes on to its next round"
		for i := range 3 {
			go func() { answers <- ask(round, i) }()
		}
		last = <-answers
	}
	return last
}
