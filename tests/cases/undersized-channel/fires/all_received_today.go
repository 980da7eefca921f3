// curfew: --level advice
// Today all are received; the slots have nothing to do with the number of senders.
package cases

func lengths(words []string) (total int) {
	out := make(chan int, 100) // want undersized-channel[advice] "out has 100 slots for len(words) goroutines: all are received today"
	for _, w := range words {
		go func() { out <- len(w) }()
	}
	for i := 0; i < len(words); i++ {
		total += <-out
	}
	return total
}
