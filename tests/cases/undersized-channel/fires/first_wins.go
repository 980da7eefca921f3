// Run time: the first answer is returned; every other goroutine blocks on its send for good.
package cases

func fastest(mirrors []string, fetch func(string) []byte) []byte {
	answers := make(chan []byte) // want undersized-channel[error] "answers has no slot, and len(mirrors) goroutines send on it: when fastest returns"
	for _, mirror := range mirrors {
		go func() {
			answers <- fetch(mirror)
		}()
	}
	return <-answers
}
