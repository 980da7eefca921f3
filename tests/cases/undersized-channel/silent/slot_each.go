// One slot for each sender: the others end although only the first is received.
package cases

func fastest(mirrors []string, fetch func(string) []byte) []byte {
	answers := make(chan []byte, len(mirrors))
	for _, mirror := range mirrors {
		go func() { answers <- fetch(mirror) }()
	}
	return <-answers
}
